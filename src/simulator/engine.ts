import type { Circuit } from "../circuit/circuit.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Task } from "../task/task.ts";
import type { StateVector } from "./state-vector.ts";

/** What a run starts from and draws from. */
export interface EngineOptions {
  /** The state to start in (default |0…0⟩). It is not changed, unless `inPlace` says that it may be. */
  readonly initial?: StateVector;
  /** Whether the initial state is given away: the engine works in it and returns it, without a copy (default false). */
  readonly inPlace?: boolean;
  /** A state of as many qubits that nobody needs any more: an engine may take its memory for the result. */
  readonly reuse?: StateVector;
  /** Decides measurements and resets; needed only by circuits that have some. One uniform number for each. */
  readonly random?: RandomStream;
  /** Most bytes that the state may take (default 4 GiB). */
  readonly memoryLimit?: number;
}

/** What a run was besides its result, for those who measure. */
export interface EngineWork {
  /** How often the run went through the state. */
  readonly passes: number;
  /** Seconds to take memory and put the initial state there. */
  readonly prepareSeconds: number;
  /** Seconds to compile the circuit, 0 where nothing is compiled. */
  readonly compileSeconds: number;
}

/** What a run ends with. */
export interface EngineResult {
  readonly state: StateVector;
  /** The classical bits, 0 where nothing was measured. */
  readonly bits: Uint8Array;
  /** From engines that tell. */
  readonly work?: EngineWork;
}

/**
 * Something that runs circuits on state vectors: once through, every operation in order, measurements decided as they come.
 *
 * Every engine gives the same states to 1e-12, those of 8 bytes an amplitude to about 1e-6, and, from one random stream, the same outcomes: a measurement gives 0
 * iff its uniform number is below the probability of 0.
 */
export interface Engine {
  readonly name: string;
  /** What an amplitude of its states takes (default 16); an initial state with amplitudes of another size is copied. */
  readonly bytesPerAmplitude?: 16 | 8;
  run(circuit: Circuit, options?: EngineOptions): EngineResult;
  /** The same as a task that pauses often. Without it, long circuits are given to `run` in parts, so as to pause between. */
  runTask?(circuit: Circuit, options?: EngineOptions): Task<EngineResult>;
}

/** Refuses an initial state of another number of qubits than the circuit has. */
export function requireInitial(circuit: Circuit, initial: StateVector | undefined): void {
  if (initial !== undefined && initial.qubits !== circuit.qubits) {
    throw new RangeError(
      `run: expected an initial state of ${circuit.qubits} qubits, got ${initial.qubits}; match the circuit.`,
    );
  }
}
