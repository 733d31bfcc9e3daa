import { rmSync } from "node:fs";
import type { RealMatrix, SketchCheckpoint } from "../../index.ts";
import type { CheckpointDocument } from "../documents/checkpoint-document.ts";
import { writeAtomically } from "../output/write-atomically.ts";
import { packCheckpoint } from "./pack-checkpoint.ts";

/** Where the checkpoints of a run are kept, and what stands above them. */
export interface CheckpointPlace {
  readonly head: Pick<CheckpointDocument, "version" | "seed" | "inputs" | "parameters">;
  readonly matrices: readonly RealMatrix[];
  readonly path: string;
  /** Whether the file is written after every stage, or only when the run ends early. */
  readonly afterEveryStage: boolean;
}

/** Keeps the last checkpoint of a run in a file. */
export class CheckpointFile {
  readonly #place: CheckpointPlace;
  #last: SketchCheckpoint | undefined;

  /** `last` is the checkpoint that the run went on from. */
  constructor(place: CheckpointPlace, last?: SketchCheckpoint) {
    this.#place = place;
    this.#last = last;
  }

  /** Takes the checkpoint of a complete stage. */
  save(checkpoint: SketchCheckpoint): void {
    this.#last = checkpoint;
    if (this.#place.afterEveryStage) this.#write(checkpoint);
  }

  /** Keeps the last checkpoint because the run ends early; false when no stage was complete. */
  keep(): boolean {
    if (this.#last === undefined) return false;
    this.#write(this.#last);
    return true;
  }

  /** Removes the file that was written after every stage: the run is complete. */
  discard(): void {
    if (this.#place.afterEveryStage) rmSync(this.#place.path, { force: true });
  }

  #write(checkpoint: SketchCheckpoint): void {
    const { head, matrices, path } = this.#place;
    const { version, seed, inputs, parameters } = head;
    const document: CheckpointDocument = {
      schema: "kronket/sketch-checkpoint/1",
      version,
      seed,
      inputs,
      parameters,
      ...packCheckpoint(checkpoint, matrices),
    };
    writeAtomically(path, `${JSON.stringify(document)}\n`);
  }
}
