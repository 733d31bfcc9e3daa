import type { Circuit } from "../../circuit/circuit.ts";
import { isUnitary } from "../../circuit/operation.ts";
import { requireBound } from "../../circuit/parameters/require-bound.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { complete } from "../../task/complete.ts";
import type { Task } from "../../task/task.ts";
import { applyOperation } from "../apply-operation.ts";
import { checkMemory } from "../check-memory.ts";
import { type Engine, type EngineOptions, type EngineResult, requireInitial } from "../engine.ts";
import { referenceEngine } from "../reference-engine.ts";
import { walkOperations } from "../walk-operations.ts";
import { compiledCircuit } from "./compiled-circuit.ts";
import { isTiled } from "./is-tiled.ts";
import { hasKernels } from "./kernels.ts";
import { Lowering } from "./lower-operations.ts";
import { compileStretch, runStretch, type StretchWork } from "./run-stretch.ts";
import { withTeam } from "./threads/with-team.ts";
import {
  basisStateOf,
  fewestTileQubits,
  mostTileQubits,
  type TileState,
  tileQubitsFor,
} from "./tile-state.ts";
import { borrowState, giveBack } from "./workspace.ts";

/** What can be set about the fast engine. */
export interface CompiledEngineOptions {
  /** How many qubits a tile has, 9 to 15 (default: what fits the cache of a core). */
  readonly tileQubits?: number;
  /** States of fewer qubits are left to the plain engine, which compiles nothing (default 12, at least 6). */
  readonly fewestQubits?: number;
  /** How many threads share the tiles of a large state, where the host has threads (default 1). */
  readonly threads?: number;
}

/**
 * The fast engine: rows of unitary operations are compiled to a few passes over memory, each of which does all that it
 * can on one cache-sized tile after the other, by kernels in WebAssembly.
 *
 * It gives the states of the reference engine to rounding. Where the host has no WebAssembly with SIMD, and for states
 * that are very small or too large for its memory of 4 GiB, the reference engine does the work. With several threads the
 * amplitudes are the same to the last bit; a large state then lies in a SharedArrayBuffer. While one run has the
 * threads, another one works alone.
 *
 * Errors: RangeError for a number of threads that is not whole or not from 1 to 128, and for tiles out of range.
 */
export function makeCompiledEngine(settings: CompiledEngineOptions = {}): Engine {
  const { threads = 1 } = settings;
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads) {
    throw new RangeError(
      `makeCompiledEngine: expected 1 to ${mostThreads} threads, got ${threads}; count the cores of the machine.`,
    );
  }
  const { tileQubits = smallestTile } = settings;
  if (!Number.isInteger(tileQubits) || tileQubits < smallestTile || tileQubits > largestTile) {
    throw new RangeError(
      `makeCompiledEngine: expected tiles of ${smallestTile} to ${largestTile} qubits, got ${tileQubits}; leave it out for what fits the cache.`,
    );
  }
  return {
    name: "compiled",
    run: (circuit, options = {}) => complete(runTask(circuit, options, settings)),
    runTask: (circuit, options = {}) => runTask(circuit, options, settings),
  };
}

/** From so many qubits on, to compile a circuit of some gates and run it takes less time than to run it plainly. */
const worthCompiling = 12;

/** Room for a row and the widest matrix, and for the factors of a tile. */
const smallestTile = 9;
const largestTile = 15;

/** Workers are counted in a byte. */
const mostThreads = 128;

function* runTask(
  circuit: Circuit,
  options: EngineOptions,
  settings: CompiledEngineOptions,
): Task<EngineResult> {
  const { initial, inPlace = false, reuse, random, memoryLimit } = options;
  const { qubits } = circuit;
  const fewest = Math.max(settings.fewestQubits ?? worthCompiling, fewestTileQubits);
  if (qubits < fewest || qubits > mostTileQubits || !hasKernels()) {
    return referenceEngine.run(circuit, options);
  }
  requireBound("run", circuit);
  checkMemory(qubits, memoryLimit);
  requireInitial(circuit, initial);
  const began = performance.now();
  const { tileQubits = tileQubitsFor(qubits), threads = 1 } = settings;
  const state = borrowState({ qubits, tileQubits, threads, initial, inPlace, reuse });
  const work = { passes: 0, prepareSeconds: (performance.now() - began) / 1000, compileSeconds: 0 };
  let isDone = false;
  try {
    const bits = new Uint8Array(circuit.bits);
    yield* withTeam(state, function* () {
      const run = { state, bits, random, start: initial === undefined ? 0 : basisStateOf(state), work };
      const compiled = compiledCircuit(circuit, tileQubits, run.start !== undefined, work);
      if (compiled !== undefined) yield* runStretch(state, compiled, run.start, work);
      else yield* runOperations(circuit, run);
    });
    isDone = true;
    return { state: giveBack(state, initial, inPlace), bits, work };
  } finally {
    if (!isDone) giveBack(state, initial, false);
  }
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
      const compiled = compileStretch(lowering.finish(), state.tileQubits, run.start !== undefined, work);
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
