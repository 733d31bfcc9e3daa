import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import { unitPhase } from "../../circuit/unit-phase.ts";
import { popcount } from "../observables/bit-count.ts";
import { rowQubits, type TilePass } from "./plan.ts";
import { moved } from "./resolve-permutations.ts";
import { qubitsIn } from "./step.ts";
import { headBytes, type MemoryMap, mostTables, programBytes } from "./tile-memory.ts";
import type { DiagonalSweep, TileStep } from "./tile-step.ts";

/** A table of phases that has to be made before a pass runs. */
export interface TableOrder {
  readonly address: number;
  readonly sweep: DiagonalSweep;
}

/** One part of a pass, as its records in memory. */
export interface EncodedPass {
  /** How many of the steps went into it; the others need another part. */
  readonly steps: number;
  readonly tables: readonly TableOrder[];
  /** The bit of each qubit in a tile, −1 outside. */
  readonly bitOf: Int8Array;
  /** How many tiles, or pairs of tiles, the part visits. */
  readonly tiles: number;
  /** The bit that is 0 in the first tile of a pair and 1 in the second. */
  readonly second: number;
}

/** Where qubits lie in memory: qubit q is bit `positions[q]` of the number of an amplitude. */
export type Layout = readonly number[];

/** What a part of a pass is encoded from. */
export interface EncodeOptions {
  readonly map: MemoryMap;
  readonly before: Layout;
  readonly after: Layout;
  /** Bits of amplitude numbers that are the same in all tiles; those that have no place in the memory say which window it is. */
  readonly outerBase: number;
  /** The first step of this part. */
  readonly from: number;
}

/** Most steps of a part: few milliseconds for a tile, so that a run can pause. */
const mostSteps = 128;

/** Codes and places as in assembly/state-vector/program.ts. */
const outerBaseWord = 56;
const code = { rotate: [0, 1, 2, 3], diagonal: 4, phase: 5, matrixOne: 6, matrix: 7 } as const;

/**
 * Writes the records of a pass into memory, as many of its steps as there is room for.
 *
 * Tables of phases are only given addresses; the caller has them made.
 */
export function encodePass(view: DataView, pass: TilePass, options: EncodeOptions): EncodedPass {
  const { map, before, outerBase, from } = options;
  const qubits = qubitsIn(pass.tile).sort((a, b) => before[a] - before[b]);
  const bitOf = new Int8Array(before.length).fill(-1);
  qubits.forEach((qubit, bit) => {
    bitOf[qubit] = bit;
  });
  const words = new RecordWriter(view, map.program + headBytes, map.program + programBytes);
  const rows = writeRows(words, qubits, bitOf, options);
  const steps = words.at;
  const tables: TableOrder[] = [];
  const encoder = {
    words,
    bitOf,
    before,
    tileBits: qubits.length,
    matrices: new Map<ComplexMatrix, number>(),
  };
  let done = from;
  const end = Math.min(pass.steps.length, from + mostSteps);
  for (; done < end; done++) {
    const step = pass.steps[done];
    if (words.room < roomFor(step) || (step.kind === "diagonal" && tables.length === mostTables)) break;
    if (step.kind === "diagonal") {
      const address = map.tables + tables.length * (map.entryBytes << qubits.length);
      tables.push({ address, sweep: step });
      writeDiagonal(encoder, step, address);
    } else writeStep(encoder, step);
  }
  const isEnd = done === pass.steps.length;
  const [c, s] = unitPhase(isEnd ? pass.angle : 0);
  const scale = isEnd ? pass.scale : 1;
  const head = new RecordWriter(view, map.program, map.program + headBytes);
  head.words(map.re, map.im, map.scratch, rows.count, rows.memory, rows.gather, rows.gatherLow);
  head.words(...(isEnd ? [rows.scatter, rows.scatterLow] : [rows.gather, rows.gatherLow]));
  const live = moved(pass.liveOuter, before) & map.placeBits;
  const second = map.isPaired ? lowestBit(live === 0 ? map.placeBits & ~moved(pass.tile, before) : live) : 0;
  const outer = live & ~second;
  head.words(outer, steps, words.at, map.factors, qubits.length, outerBase & ~second, map.placeBits);
  head.doubles(scale * c, scale * s);
  head.words(second, 0);
  return { steps: done - from, tables, bitOf, tiles: 2 ** popcount(outer), second };
}

/** Gives the pass that is written in memory other bits that are the same in all tiles. */
export function setOuterBase(
  view: DataView,
  map: MemoryMap,
  { second }: EncodedPass,
  outerBase: number,
): void {
  view.setUint32(map.program + outerBaseWord, outerBase & ~second, true);
}

interface Encoder {
  readonly words: RecordWriter;
  readonly bitOf: Int8Array;
  readonly before: Layout;
  readonly tileBits: number;
}

/** The addresses of the rows of a tile: in memory, and in the scratch as they come and as they go. */
function writeRows(
  words: RecordWriter,
  qubits: readonly number[],
  bitOf: Int8Array,
  { map, before, after }: EncodeOptions,
) {
  const positions = qubits.map((qubit) => before[qubit]);
  const leaving = [...qubits].sort((a, b) => after[a] - after[b]).map((qubit) => bitOf[qubit]);
  // As a list of offsets: bit k of the number of a row or place adds `unit` times 2 to the power `bits[k]`.
  const tableOf = (bits: readonly number[], unit: number): number => {
    const address = words.at;
    const table = new Float64Array(2 ** bits.length);
    bits.forEach((bit, k) => {
      const half = 2 ** k;
      for (let x = 0; x < half; x++) table[half + x] = table[x] + unit * 2 ** bit;
    });
    for (let x = 0; x < table.length; x++) words.word(table[x]);
    return address;
  };
  const own = qubits.map((_, bit) => bit);
  return {
    count: 2 ** (qubits.length - rowQubits),
    memory: tableOf(positions.slice(rowQubits), map.numberBytes),
    gather: tableOf(own.slice(rowQubits), 16),
    gatherLow: tableOf(own.slice(0, rowQubits), 16),
    scatter: tableOf(leaving.slice(rowQubits), 16),
    scatterLow: tableOf(leaving.slice(0, rowQubits), 16),
  };
}

function lowestBit(mask: number): number {
  return mask & -mask;
}

/** At most so many bytes does the record of a step take. */
function roomFor(step: TileStep): number {
  switch (step.kind) {
    case "matrix":
      return 64 + 20 * step.matrix.size + 16 * step.matrix.size ** 2;
    case "diagonal":
      return 64 + 24 * (step.crossing.length + step.outer.length);
    default:
      return 96;
  }
}

function writeStep(
  { words, bitOf, before, tileBits }: Encoder,
  step: Exclude<TileStep, DiagonalSweep>,
): void {
  const all = (16 << tileBits) - 1;
  const place = (qubit: number) => 16 << bitOf[qubit];
  if (step.kind === "rotations") {
    const bits = step.qubits.map(place);
    const fixed = bits.reduce((sum, bit) => sum | bit, 15);
    const count = bits.length;
    const length = [0, 40, 56, 88][count];
    words.words(code.rotate[count], length, fixed, all & ~fixed, ...bits);
    for (const target of step.places) {
      words.words(bits.reduce((sum, bit, k) => sum + ((target >> k) & 1 ? bit : 0), 0));
    }
    words.alignDoubles();
    words.doubles(...step.tangents);
    return;
  }
  // Of a mask, the part inside the tile as offsets in the scratch, the rest as bits of amplitude numbers.
  let inner = 0;
  let innerValue = 0;
  let outer = 0;
  let outerValue = 0;
  for (const qubit of qubitsIn(step.mask)) {
    const on = (step.value >> qubit) & 1;
    if (bitOf[qubit] >= 0) {
      inner |= place(qubit);
      innerValue |= on * place(qubit);
    } else {
      outer |= 1 << before[qubit];
      outerValue |= on << before[qubit];
    }
  }
  if (step.kind === "phase") {
    const fixed = inner | 15;
    words.words(code.phase, 48, outer, outerValue, fixed, all & ~fixed, innerValue, 0);
    words.doubles(...unitPhase(step.angle));
    return;
  }
  const { matrix } = step;
  const targets = step.targets.map(place);
  const fixed = targets.reduce((sum, bit) => sum | bit, inner | 15);
  const start = words.at;
  const isOne = targets.length === 1;
  words.words(isOne ? code.matrixOne : code.matrix, 0, outer, outerValue, fixed, all & ~fixed, innerValue);
  if (isOne) words.words(targets[0]);
  else {
    words.words(matrix.size, start + 40, start + 40 + 4 * (matrix.size + (matrix.size & 1)));
    for (let row = 0; row < matrix.size; row++) {
      words.words(targets.reduce((sum, bit, k) => sum + ((row >> k) & 1 ? bit : 0), 0));
    }
    words.alignDoubles();
  }
  for (let k = 0; k < matrix.re.length; k++) words.doubles(matrix.re[k], matrix.im[k]);
  words.patch(start + 4, words.at - start);
}

function writeDiagonal({ words, bitOf, before }: Encoder, step: DiagonalSweep, address: number): void {
  const { crossing, outer } = step;
  const length = 24 + 24 * (crossing.length + outer.length);
  words.words(code.diagonal, length, address, crossing.length, outer.length, 0);
  for (const { qubits, angle } of crossing) {
    words.words(1 << before[qubits[1]], bitOf[qubits[0]]);
    words.doubles(...unitPhase(angle));
  }
  for (const { qubits, angle } of outer) {
    words.words(
      qubits.reduce((mask, qubit) => mask | (1 << before[qubit]), 0),
      0,
    );
    words.doubles(...unitPhase(angle));
  }
}

/** Writes words and doubles one after the other. */
export class RecordWriter {
  readonly #view: DataView;
  readonly #end: number;
  at: number;

  constructor(view: DataView, start: number, end: number) {
    this.#view = view;
    this.at = start;
    this.#end = end;
  }

  get room(): number {
    return this.#end - this.at;
  }

  word(value: number): void {
    this.#view.setUint32(this.at, value, true);
    this.at += 4;
  }

  words(...values: readonly number[]): void {
    for (const value of values) this.word(value);
  }

  doubles(...values: readonly number[]): void {
    for (const value of values) {
      this.#view.setFloat64(this.at, value, true);
      this.at += 8;
    }
  }

  /** Goes on at the next multiple of 8. */
  alignDoubles(): void {
    if (this.at % 8 !== 0) this.words(0);
  }

  patch(address: number, value: number): void {
    this.#view.setUint32(address, value, true);
  }
}
