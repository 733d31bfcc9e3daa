import type { Circuit } from "../../circuit/circuit.ts";
import { conditionHolds } from "../../circuit/conditions/condition-holds.ts";
import { LimitError } from "../../errors/limit-error.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { checkMemory, defaultMemoryLimit } from "../check-memory.ts";
import type { Engine, EngineOptions, EngineResult } from "../engine.ts";
import { StateVector } from "../state-vector.ts";
import { type Instruction, isRandom, linearize, type RandomInstruction } from "./instruction.ts";
import { applyOutcome, outcomeWeights } from "./outcome.ts";
import { splitShots } from "./split-shots.ts";
import type { Program } from "./step.ts";

/** What a walk needs. */
export interface WalkOptions {
  readonly shots: number;
  readonly random: RandomStream;
  readonly engine: Engine;
  readonly initial: StateVector | undefined;
  readonly memoryLimit: number | undefined;
}

/** Shots that have had the same outcomes so far, and where they stand. */
export interface Path {
  at: number;
  state: StateVector;
  bits: Uint8Array;
  counters: number[];
  shots: number;
  stream: RandomStream;
}

/** A random instruction with outcomes that still wait for their turn. */
interface Fork extends Omit<Path, "state"> {
  readonly instruction: RandomInstruction;
  readonly weights: readonly number[];
  /** Outcomes and their shots, fewest first. */
  readonly waiting: { readonly outcome: number; readonly shots: number }[];
  /** Number of outcomes that led here. */
  readonly depth: number;
  /** The state before the instruction; absent where there was no room to keep it. */
  state: StateVector | undefined;
}

/**
 * Walks through the tree of outcomes of a program, depth first, so that every path that some shot takes is simulated
 * once.
 *
 * At a random instruction the shots of a path are split by a multinomial draw, so that the counts follow exactly the law
 * of independent shots. A path draws from a stream of its own, named by the outcomes that led to it: the counts of a seed
 * depend neither on the order of the walk nor on the memory.
 *
 * States alive: the outcome with the fewest shots is walked first, and the last one takes over the state of its fork.
 * So forks that wait inside each other hold ever at most half of the shots, and at most log₂(shots) states are kept
 * beside the current one. Where the memory limit leaves room for fewer, the state of a fork is made again from the
 * nearest one that is kept, or from the start, by repeating the outcomes.
 */
export class ProgramWalk {
  readonly #instructions: readonly Instruction[];
  readonly #counters: number;
  readonly #program: Program;
  readonly #options: WalkOptions;
  readonly #room: number;
  readonly #forks: Fork[] = [];
  /** The outcomes of the current path. */
  readonly #outcomes: number[] = [];
  /** States that are done with, to be written over. */
  readonly #spare: StateVector[] = [];

  /** Errors: LimitError where not even one state fits, before it is allocated. */
  constructor(program: Program, options: WalkOptions) {
    const { memoryLimit = defaultMemoryLimit, initial } = options;
    const { bytesPerAmplitude = 16 } = options.engine;
    checkMemory(program.qubits, memoryLimit, bytesPerAmplitude);
    if (initial !== undefined && initial.qubits !== program.qubits) {
      throw new RangeError(
        `run: expected an initial state of ${program.qubits} qubits, got ${initial.qubits}; match the circuit.`,
      );
    }
    const { instructions, counters } = linearize(program.steps);
    this.#instructions = instructions;
    this.#counters = counters;
    this.#program = program;
    this.#options = options;
    this.#room = Math.floor(memoryLimit / (bytesPerAmplitude * 2 ** program.qubits)) - 1;
  }

  /** All shots at the start. */
  start(): Path {
    const { initial, shots, random } = this.#options;
    const { qubits, bits } = this.#program;
    return {
      at: 0,
      state: initial === undefined ? this.#zeroState(qubits) : this.#copy(initial),
      bits: new Uint8Array(bits),
      counters: new Array<number>(this.#counters).fill(0),
      shots,
      stream: random,
    };
  }

  /** Follows a path to its end with some of its shots, and leaves forks for the others. Pauses after each instruction. */
  *follow(path: Path): Generator<void, void, void> {
    while (path.at < this.#instructions.length) {
      const instruction = this.#instructions[path.at];
      if (isRandom(instruction)) this.#decide(path, instruction);
      else yield* this.#execute(path, instruction);
      yield;
    }
  }

  /** The path that waits nearest to one that has ended, whose state may be written over; undefined when all are done. */
  next(ended: Path): Path | undefined {
    this.#spare.push(ended.state);
    const fork = this.#forks.at(-1);
    if (fork === undefined) return undefined;
    const isLast = fork.waiting.length === 1;
    if (isLast) this.#forks.pop();
    let state = fork.state;
    if (state === undefined) state = this.#stateAgain(fork, this.#forks.length - (isLast ? 1 : 2));
    else if (!isLast) state = this.#copy(state);
    const path = { ...fork, state, bits: fork.bits.slice(), counters: [...fork.counters] };
    this.#take(fork, path);
    return path;
  }

  /** Splits the shots of a path over the outcomes of an instruction. */
  #decide(path: Path, instruction: RandomInstruction): void {
    const weights = outcomeWeights(instruction, path.state, this.#program.readout);
    const waiting = splitShots(path.shots, weights, path.stream)
      .map((shots, outcome) => ({ outcome, shots }))
      .filter(({ shots }) => shots > 0);
    if (waiting.length === 1) {
      this.#outcomes.push(waiting[0].outcome);
      this.#enter(path, instruction, waiting[0].outcome, weights);
      return;
    }
    waiting.sort((a, b) => a.shots - b.shots || a.outcome - b.outcome);
    const kept = this.#forks.reduce((sum, { state }) => sum + (state === undefined ? 0 : 1), 0);
    const keep = kept < this.#room;
    const fork: Fork = {
      ...path,
      bits: path.bits.slice(),
      counters: [...path.counters],
      // By a number that is drawn, so that two runs that share one stream go different ways.
      stream: path.stream.split("fork", path.stream.integer(2 ** 53)),
      instruction,
      weights,
      waiting,
      depth: this.#outcomes.length,
      state: keep ? path.state : undefined,
    };
    this.#forks.push(fork);
    if (keep) path.state = this.#copy(path.state);
    this.#take(fork, path);
  }

  /** Puts a path that stands at a fork into the next of its outcomes. */
  #take(fork: Fork, path: Path): void {
    const { outcome, shots } = fork.waiting.shift()!;
    path.shots = shots;
    path.stream = fork.stream.split("outcome", outcome);
    this.#outcomes.length = fork.depth;
    this.#outcomes.push(outcome);
    this.#enter(path, fork.instruction, outcome, fork.weights);
  }

  #enter(path: Path, instruction: RandomInstruction, outcome: number, weights: readonly number[]): void {
    applyOutcome(instruction, outcome, weights, path);
    path.at = instruction.kind === "chance" && outcome === 1 ? instruction.otherwise : path.at + 1;
  }

  /** The state before a fork, made again from the nearest kept one at or below a place in the list of forks. */
  #stateAgain(fork: Fork, below: number): StateVector {
    let nearest = below;
    while (nearest >= 0 && this.#forks[nearest].state === undefined) nearest--;
    const base = this.#forks[nearest];
    const path: Path =
      base?.state === undefined
        ? this.start()
        : { ...base, state: this.#copy(base.state), bits: base.bits.slice(), counters: [...base.counters] };
    let depth = base?.depth ?? 0;
    for (;;) {
      const instruction = this.#instructions[path.at];
      if (!isRandom(instruction)) {
        for (const _ of this.#execute(path, instruction));
        continue;
      }
      if (depth === fork.depth) return path.state;
      const weights = outcomeWeights(instruction, path.state, this.#program.readout);
      this.#enter(path, instruction, this.#outcomes[depth++], weights);
    }
  }

  *#execute(path: Path, instruction: Exclude<Instruction, RandomInstruction>): Generator<void, void, void> {
    path.at++;
    switch (instruction.kind) {
      case "unitary": {
        const { engine, memoryLimit } = this.#options;
        const options: EngineOptions = {
          initial: path.state,
          inPlace: true,
          ...(memoryLimit !== undefined && { memoryLimit }),
        };
        path.state = (yield* runUnitary(engine, instruction.circuit, options)).state;
        break;
      }
      case "assign":
        path.bits[instruction.bit] = conditionHolds(instruction.value, path.bits) ? 1 : 0;
        break;
      case "branch":
        if (!conditionHolds(instruction.condition, path.bits)) path.at = instruction.otherwise;
        break;
      case "jump":
        path.at = instruction.to;
        break;
      case "enter":
        path.counters[instruction.counter] = 0;
        break;
      case "round":
        if (path.counters[instruction.counter]++ === instruction.limit) {
          throw new LimitError(
            "while",
            instruction.limit,
            instruction.limit + 1,
            "rounds",
            "check that the body can end the loop",
          );
        }
        break;
    }
  }

  #copy(state: StateVector): StateVector {
    const spare = this.#spare.pop();
    if (spare === undefined) return state.clone();
    spare.re.set(state.re);
    spare.im.set(state.im);
    return spare;
  }

  #zeroState(qubits: number): StateVector {
    const spare = this.#spare.pop();
    const newPlane = () =>
      this.#options.engine.bytesPerAmplitude === 8
        ? new Float32Array(2 ** qubits)
        : new Float64Array(2 ** qubits);
    const re = spare?.re.fill(0) ?? newPlane();
    const im = spare?.im.fill(0) ?? newPlane();
    re[0] = 1;
    return new StateVector(qubits, re, im);
  }
}

/** Runs a circuit, pausing as often as the engine does. */
function* runUnitary(
  engine: Engine,
  circuit: Circuit,
  options: EngineOptions,
): Generator<void, EngineResult, void> {
  if (engine.runTask === undefined) return engine.run(circuit, options);
  const task = engine.runTask(circuit, options);
  try {
    for (;;) {
      const step = task.next();
      if (step.done) return step.value;
      yield;
    }
  } finally {
    task.return(undefined as never);
  }
}
