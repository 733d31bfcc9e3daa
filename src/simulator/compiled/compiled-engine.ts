import type { Circuit } from "../../circuit/circuit.ts";
import { isUnitary } from "../../circuit/operation.ts";
import { requireBound } from "../../circuit/parameters/require-bound.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { complete } from "../../task/complete.ts";
import type { Task } from "../../task/task.ts";
import type { Precision } from "../amplitudes.ts";
import { applyOperation } from "../apply-operation.ts";
import { checkMemory } from "../check-memory.ts";
import { type Engine, type EngineOptions, type EngineResult, requireInitial } from "../engine.ts";
import { referenceEngine } from "../reference-engine.ts";
import { StateVector } from "../state-vector.ts";
import { takeMemory } from "../take-memory.ts";
import { walkOperations } from "../walk-operations.ts";
import { compiledCircuit } from "./compiled-circuit.ts";
import { type CompiledEngineOptions, checkEngineOptions } from "./compiled-engine-options.ts";
import { singleModule } from "./generated/single-module.ts";
import { isTiled } from "./is-tiled.ts";
import { hasKernels, provideKernels } from "./kernels.ts";
import { Lowering } from "./lower-operations.ts";
import { compileStretch, runStretch, type StretchWork } from "./run-stretch.ts";
import { withTeam } from "./threads/with-team.ts";
import {
  basisStateOf,
  fewestTileQubits,
  mostTileQubits,
  newPlane,
  type TileState,
  tileQubitsFor,
} from "./tile-state.ts";
import { borrowState, giveBack } from "./workspace.ts";

/**
 * The fast engine: rows of unitary operations are compiled to a few passes over memory, each of which does all that it
 * can on one cache-sized tile after the other, by kernels in WebAssembly.
 *
 * It gives the states of the reference engine to rounding. Where the host has no WebAssembly with SIMD, and for states
 * that are very small, the reference engine does the work. With several threads the amplitudes are the same to the last
 * bit; a large state then lies in a SharedArrayBuffer. While one run has the threads, another one works alone. States
 * beyond 4 GiB, the memory of the kernels, are worked on in windows that are copied there and back.
 *
 * In 32 bits the amplitudes are those of the reference engine to about 10⁻⁷, more after very many gates; an initial state
 * in 64 bits is rounded. What is read from a state is computed in 64 bits from either.
 *
 * Memory: 16 · 2^n bytes, or 8 · 2^n in 32 bits, and less than 20 MiB more for each thread.
 *
 * Errors: RangeError for threads, tiles, windows or a precision out of range. A run throws LimitError for a state beyond
 * its memory limit or the memory of the host.
 *
 * @example simulate(new Circuit(20).h(0), { engine: makeCompiledEngine({ precision: 32 }) }).re // a Float32Array
 */
export function makeCompiledEngine(settings: CompiledEngineOptions = {}): Engine {
  checkEngineOptions("makeCompiledEngine", settings);
  if (settings.precision === 32) provideKernels(32, singleModule);
  return compiledEngine(settings);
}

/** An engine in 64 bits, or in 32 where the kernels for them are known, without a check of its settings. */
export function compiledEngine(settings: CompiledEngineOptions): Engine {
  return {
    name: "compiled",
    bytesPerAmplitude: settings.precision === 32 ? 8 : 16,
    run: (circuit, options = {}) => complete(runTask(circuit, options, settings)),
    runTask: (circuit, options = {}) => runTask(circuit, options, settings),
  };
}

/** From so many qubits on, to compile a circuit of some gates and run it takes less time than to run it plainly. */
const worthCompiling = 12;

function* runTask(
  circuit: Circuit,
  options: EngineOptions,
  settings: CompiledEngineOptions,
): Task<EngineResult> {
  const { initial, inPlace = false, reuse, random, memoryLimit } = options;
  const { qubits } = circuit;
  const { threads = 1, precision = 64, windowQubits } = settings;
  const fewest = Math.max(settings.fewestQubits ?? worthCompiling, fewestTileQubits[precision]);
  if (qubits < fewest || qubits > mostTileQubits || !hasKernels(precision)) {
    return runPlainly(circuit, options, precision);
  }
  requireBound("run", circuit);
  checkMemory(qubits, memoryLimit, precision / 4);
  requireInitial(circuit, initial);
  const began = performance.now();
  // Kernels in 32 bits take two tiles at a time.
  const mostTile = precision === 64 ? qubits : qubits - 1;
  const tileQubits = Math.min(settings.tileQubits ?? tileQubitsFor(qubits), mostTile);
  const state = borrowState({
    qubits,
    tileQubits,
    threads,
    precision,
    windowQubits,
    initial,
    inPlace,
    reuse,
  });
  const work = { passes: 0, prepareSeconds: (performance.now() - began) / 1000, compileSeconds: 0 };
  let isDone = false;
  try {
    const bits = new Uint8Array(circuit.bits);
    yield* withTeam(state, function* () {
      const run = { state, bits, random, start: initial === undefined ? 0 : basisStateOf(state), work };
      const compiled = compiledCircuit(circuit, state, run.start !== undefined, work);
      if (compiled !== undefined) yield* runStretch(state, compiled, run.start, work);
      else yield* runOperations(circuit, run);
    });
    isDone = true;
    return { state: giveBack(state, initial, inPlace), bits, work };
  } finally {
    if (!isDone) giveBack(state, initial, false);
  }
}

/** The same by the reference engine, which keeps amplitudes in the arrays that it is given. */
function runPlainly(circuit: Circuit, options: EngineOptions, precision: Precision): EngineResult {
  const { initial, inPlace = false, memoryLimit } = options;
  const { qubits } = circuit;
  if (precision === 64 && (initial === undefined || initial.re instanceof Float64Array)) {
    return referenceEngine.run(circuit, options);
  }
  if (inPlace && initial?.re instanceof Float32Array && precision === 32)
    return referenceEngine.run(circuit, options);
  checkMemory(qubits, memoryLimit, precision / 4);
  requireInitial(circuit, initial);
  const [re, im] = takeMemory("run", (precision / 4) * 2 ** qubits, qubits, () => [
    newPlane(precision, qubits),
    newPlane(precision, qubits),
  ]);
  if (initial === undefined) re[0] = 1;
  else {
    re.set(initial.re);
    im.set(initial.im);
  }
  return referenceEngine.run(circuit, {
    ...options,
    initial: new StateVector(qubits, re, im),
    inPlace: true,
  });
}

/** A run of a circuit that does not only consist of steps of tiles. */
interface Run {
  readonly state: TileState;
  readonly bits: Uint8Array;
  readonly random: RandomStream | undefined;
  /** The number of the basis state that the run is in, as long as that is known. */
  start: number | undefined;
  readonly work: StretchWork;
}

/** Runs operations in order: rows of steps of tiles are compiled, everything else is applied by the plain kernels. */
function* runOperations(circuit: Circuit, run: Run): Task<void> {
  const { state, bits, random, work } = run;
  let lowering: Lowering | undefined;
  const catchUp = function* (): Task<void> {
    if (lowering !== undefined) {
      const compiled = compileStretch(lowering.finish(), state, run.start !== undefined, work);
      yield* runStretch(state, compiled, run.start, work);
    }
    lowering = undefined;
    run.start = undefined;
  };
  for (const step of walkOperations(circuit.operations, bits)) {
    if (isUnitary(step) && isTiled(step)) {
      lowering ??= new Lowering(circuit.qubits);
      lowering.add(step);
      continue;
    }
    yield* catchUp();
    applyOperation(state, bits, step, random);
    work.passes++;
    yield { stage: "simulating", done: 0, total: 1 };
  }
  if (lowering !== undefined) yield* catchUp();
}
