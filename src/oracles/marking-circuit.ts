import { Circuit } from "../circuit/circuit.ts";
import type { DenseMatrix } from "../matrix/dense-matrix.ts";
import type { Engine } from "../simulator/engine.ts";
import { type GateRegister, type GateSearch, gateRegister } from "../simulator/search/gate-register.ts";
import type { MarkedSet } from "../simulator/search/marked-set.ts";
import { comparator } from "./comparator.ts";
import { packRow, unpackRow } from "./pack-row.ts";
import { hashValues, quantisedThreshold, requireProbability } from "./quantised-probability.ts";

/** What the marking circuit is built from. Everything is frozen before a search begins. */
export interface MarkingCircuitOptions {
  /** The rows in the order of the positions: row x is what position x holds. Whole entries; 2^k rows. */
  readonly rows: DenseMatrix;
  /** Bits of one entry, two's complement. */
  readonly width: number;
  /** The marking rule, a function of the row's values and of whether the position lies in the next subset. */
  readonly probability: (row: Float64Array, inNext: boolean) => number;
  /** Positions below this one lie in the next subset (default ⌈N/2⌉). */
  readonly nextSize?: number;
  /** Bits b of score and hash. */
  readonly bits: number;
  /** The frozen hash of each position, in {0, …, 2^b − 2}. */
  readonly hash: ArrayLike<number>;
  /** Marked positions that were found already and are not marked any more. */
  readonly found?: Iterable<number>;
  /** The name of the row oracle in drawings and counts (default `A`). */
  readonly name?: string;
}

/** The registers of the marking circuit, each lowest bit first. */
export interface MarkingRegisters {
  readonly index: readonly number[];
  readonly row: readonly number[];
  readonly score: readonly number[];
  readonly hash: readonly number[];
  readonly flag: readonly number[];
}

/** The phase oracle of a marking rule as a circuit. */
export interface MarkingCircuit extends GateSearch {
  readonly registers: MarkingRegisters;
  /** Uses of the row oracle in one phase application: compute and uncompute. */
  readonly rowQueriesPerPhase: 2;
}

/**
 * Builds the phase oracle that marks position x iff hash(x) < P(row x), P = ⌈p·(2^b − 1)⌉, qubit by qubit.
 *
 * Steps: [O_A: I→R] [score: (R, next)→P] [hash: I→H] [compare H < P → F] [phase e^{iβ} on F], then all but the phase
 * backwards. The score table covers every row that fits the width, so it knows the rule and not the data.
 * Registers: I of lg N qubits, R of columns · width, P and H of b, F of one. p = 1 marks always, p = 0 never.
 * Queries: 2 uses of O_A for each phase application.
 *
 * Errors: RangeError for a number of rows that is no power of two, entries that do not fit, a hash out of range, or a
 * rule that gives no probability.
 *
 * Source: mark and find by frozen hashes, as Apers and Gribling, arXiv:2311.03215, lemmas 3.10–3.12.
 */
export function markingCircuit(options: MarkingCircuitOptions): MarkingCircuit {
  const { rows, width, bits, hash, name = "A" } = options;
  const size = rows.rows;
  const nextSize = options.nextSize ?? Math.ceil(size / 2);
  const registers = layOut(Math.log2(size), rows.columns * width, bits);
  const { index, row, score, flag } = registers;
  const qubits = flag[0] + 1;
  checkHash(hash, size, bits);
  const data = Uint32Array.from({ length: size }, (_, x) => packRow(rows.row(x), width));

  // Where the next subset is the half with highest index bit 0, that bit is all the rule has to know of the position.
  const halves = index.length > 0 && nextSize === size / 2;
  const place = halves ? index.slice(-1) : index;
  const inNext = (value: number) => (halves ? value === 0 : value < nextSize);
  const thresholdOf = (values: Float64Array, next: boolean) => {
    const p = options.probability(values, next);
    requireProbability("markingCircuit", p);
    return quantisedThreshold(p, bits);
  };
  const patterns = 2 ** row.length;
  const scores = new Uint32Array(patterns * 2 ** place.length);
  for (let pattern = 0; pattern < patterns; pattern++) {
    const values = unpackRow(pattern, rows.columns, width);
    const thresholds = [thresholdOf(values, false), thresholdOf(values, true)];
    for (let value = 0; value < 2 ** place.length; value++) {
      scores[pattern + patterns * value] = thresholds[inNext(value) ? 1 : 0];
    }
  }

  const drawn = Array.from({ length: size }, (_, x) => x).filter(
    (x) => hash[x] < thresholdOf(rows.row(x), x < nextSize),
  );
  const found = new Uint32Array(size);
  for (const position of options.found ?? []) {
    // The found list flips the flag back, so a position that the rule does not mark must not be on it.
    if (!drawn.includes(position)) {
      throw new RangeError(
        `markingCircuit: expected found positions to be marked by the rule, got ${position}; check it first.`,
      );
    }
    found[position] = 1;
  }
  const compute = new Circuit(qubits)
    .lookup({ inputs: index, outputs: row, table: data, label: name })
    .lookup({ inputs: [...row, ...place], outputs: score, table: scores, label: "score" })
    .lookup({ inputs: index, outputs: registers.hash, table: hash, label: "hash" })
    .append(comparator(qubits, registers.hash, score, flag[0]));
  const mark = found.includes(1)
    ? compute.lookup({ inputs: index, outputs: flag, table: found, label: "found list" })
    : compute;
  const unmark = mark.inverse();

  const positions = drawn.filter((x) => found[x] === 0);
  const marked: MarkedSet = { size, positions: Float64Array.from(positions) };
  const sign = mark.z(flag[0]).append(unmark);
  return {
    qubits,
    index,
    registers,
    rowQueriesPerPhase: 2,
    phase: (beta) => (beta === Math.PI ? sign : mark.p(beta, flag[0]).append(unmark)),
    marked,
  };
}

/** Opens gate-level registers for a marking rule; positions that are no longer marked go to the found list of the circuit. */
export function markingRegister(
  options: MarkingCircuitOptions,
  engine?: Engine,
): (marked: MarkedSet) => GateRegister {
  const all = markingCircuit({ ...options, found: [] });
  return (marked) => {
    const still = new Set(marked.positions);
    const found = [...all.marked.positions].filter((position) => !still.has(position));
    return gateRegister(found.length === 0 ? all : markingCircuit({ ...options, found }), engine);
  };
}

function layOut(index: number, row: number, bits: number): MarkingRegisters {
  if (!Number.isInteger(index)) {
    throw new RangeError(
      `markingCircuit: expected a power of two of rows, got ${2 ** index}; pad with rows that are never marked.`,
    );
  }
  hashValues(bits);
  let next = 0;
  const take = (count: number) => Array.from({ length: count }, () => next++);
  return { index: take(index), row: take(row), score: take(bits), hash: take(bits), flag: take(1) };
}

function checkHash(hash: ArrayLike<number>, size: number, bits: number): void {
  if (hash.length !== size) {
    throw new RangeError(
      `markingCircuit: expected ${size} hash values, got ${hash.length}; draw one for each position.`,
    );
  }
  for (let x = 0; x < size; x++) {
    if (!Number.isInteger(hash[x]) || hash[x] < 0 || hash[x] >= hashValues(bits)) {
      throw new RangeError(
        `markingCircuit: expected hash values from 0 to ${hashValues(bits) - 1}, got ${hash[x]} at ${x}; the value ${hashValues(bits)} would never be marked.`,
      );
    }
  }
}
