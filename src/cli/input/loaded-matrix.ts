import type { RealMatrix } from "../../index.ts";
import type { Input } from "../documents/document-head.ts";

/** A matrix with where it came from. */
export interface LoadedMatrix {
  readonly matrix: RealMatrix;
  readonly input: Input;
}
