import type { StudyPoint } from "../../index.ts";
import { type FinishedPoint, finishPoint } from "./finished-point.ts";

/** What a worker thread of a study does: one point at a time. */
export default function run(point: StudyPoint): Promise<FinishedPoint> {
  return finishPoint(point);
}
