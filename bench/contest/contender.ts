import type { Circuit } from "../../src/index.ts";
import type { Family } from "../circuits/families.ts";
import type { Checksum } from "./checksum.ts";

/** What all simulators do in one row of the table. */
export interface Job {
  readonly family: Family;
  readonly qubits: number;
  readonly start: "zero" | "random";
  readonly circuit: Circuit;
  /** The same circuit in a file that other programs read: see writeCircuit. */
  readonly path: string;
}

/** One run of a job. */
export interface Outcome {
  /** Wall-clock seconds of the simulation alone. */
  readonly seconds: number;
  /** Seconds that a first run spends before the simulation, where they are known. */
  readonly compileSeconds?: number;
  /** Of the final state, when it was asked for. */
  readonly state?: Checksum;
}

/** A simulator with fixed settings. */
export interface Contender {
  /** The program, such as `qulacs`; several contenders of one name are variants, and the fastest counts. */
  readonly name: string;
  readonly variant: string;
  readonly bytesPerAmplitude: 8 | 16;
  readonly threads: number;
  /** Errors: rejects when the simulator fails or takes too long. */
  measure(job: Job, check: boolean): Promise<Outcome>;
  close(): void;
}
