import { createHash } from "node:crypto";
import { pointText, type StudyPoint } from "../../index.ts";

/** The name of a point in journals and queues: a hash of what it is, 128 bits in hexadecimal. */
export function pointKey(point: StudyPoint): string {
  return createHash("sha256").update(pointText(point)).digest("hex").slice(0, 32);
}
