import { rmSync } from "node:fs";
import type { RealMatrix, SketchCheckpoint } from "../../index.ts";
import type { CheckpointDocument } from "../documents/checkpoint-document.ts";
import { writeAtomically } from "../output/write-atomically.ts";
import { packCheckpoint } from "./pack-checkpoint.ts";

/** Where the checkpoints of a run are kept, and what stands above them. */
export interface CheckpointPlace {
  readonly head: Omit<CheckpointDocument, "schema" | "factors" | "ledger">;
  readonly matrices: readonly RealMatrix[];
  /** Written after every stage, if given. */
  readonly path: string | null;
  /** Written when the run ends early and there is no `path`. */
  readonly emergencyPath: string;
}

/** Keeps the last checkpoint of a run in a file: after every stage, or only when the run ends early. */
export class CheckpointFile {
  readonly #place: CheckpointPlace;
  #last: SketchCheckpoint | undefined;

  constructor(place: CheckpointPlace, last?: SketchCheckpoint) {
    this.#place = place;
    this.#last = last;
  }

  /** Takes the checkpoint of a complete stage. */
  save(checkpoint: SketchCheckpoint): void {
    this.#last = checkpoint;
    if (this.#place.path !== null) this.#write(this.#place.path);
  }

  /** Keeps the last checkpoint because the run ends early. Returns its file, or null when no stage was complete. */
  keep(): string | null {
    if (this.#last === undefined) return null;
    const { path, emergencyPath } = this.#place;
    this.#write(path ?? emergencyPath);
    return path ?? emergencyPath;
  }

  /** Removes what was written: the run is complete. */
  discard(): void {
    if (this.#place.path !== null) rmSync(this.#place.path, { force: true });
  }

  #write(path: string): void {
    const { head, matrices } = this.#place;
    const { version, seed, inputs, parameters } = head;
    const packed = packCheckpoint(this.#last as SketchCheckpoint, matrices);
    const document: CheckpointDocument = {
      schema: "kronket/sketch-checkpoint/1",
      version,
      seed,
      inputs,
      parameters,
      ...packed,
    };
    writeAtomically(path, `${JSON.stringify(document)}\n`);
  }
}
