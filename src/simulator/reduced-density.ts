import { checkQubits } from "../circuit/check-operation.ts";
import { type ComplexMatrix, zeroMatrix } from "../circuit/complex-matrix.ts";
import { LimitError } from "../errors/limit-error.ts";
import { isPure, type QuantumState, qubitsOf, requireState } from "./observables/quantum-state.ts";
import { scatterTable } from "./scatter-table.ts";

/** Largest number of kept qubits: 2^10 × 2^10 complex entries. */
const largest = 10;

/**
 * The partial trace over all qubits that are not kept: Σ_r ψ(a, r) ψ(b, r)* of a pure state, Σ_r ρ[(a, r), (b, r)] of a
 * mixed one.
 *
 * Shape: 2^k × 2^k; bit j of a row number is `qubits[j]`.
 *
 * Errors: RangeError for qubits that the state does not have; LimitError for more than 10 kept qubits.
 */
export function reducedDensity(state: QuantumState, qubits: readonly number[]): ComplexMatrix {
  requireState("reducedDensity", state);
  checkQubits("reducedDensity", qubits, qubitsOf(state));
  if (qubits.length > largest) {
    throw new LimitError(
      "reducedDensity",
      largest,
      qubits.length,
      "kept qubits",
      `the matrix needs ${16 * 4 ** qubits.length} bytes: keep fewer`,
    );
  }
  const whole = 2 ** qubitsOf(state);
  const offsets = scatterTable(qubits);
  const size = offsets.length;
  const mask = offsets[size - 1];
  const free = whole - 1 - mask;
  const result = zeroMatrix(size);
  const addPart = isPure(state) ? addOuterProduct : addBlock;
  let rest = 0;
  do {
    addPart(result, state, offsets, rest, whole);
    rest = ((rest | mask) + 1) & free;
  } while (rest !== 0);
  return result;
}

function addOuterProduct(
  result: ComplexMatrix,
  { re, im }: QuantumState,
  offsets: Int32Array,
  rest: number,
): void {
  const { size } = result;
  for (let a = 0; a < size; a++) {
    const are = re[rest | offsets[a]];
    const aim = im[rest | offsets[a]];
    for (let b = 0; b < size; b++) {
      const bre = re[rest | offsets[b]];
      const bim = im[rest | offsets[b]];
      result.re[a * size + b] += are * bre + aim * bim;
      result.im[a * size + b] += aim * bre - are * bim;
    }
  }
}

function addBlock(
  result: ComplexMatrix,
  { re, im }: QuantumState,
  offsets: Int32Array,
  rest: number,
  whole: number,
): void {
  const { size } = result;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const from = (rest | offsets[a]) * whole + (rest | offsets[b]);
      result.re[a * size + b] += re[from];
      result.im[a * size + b] += im[from];
    }
  }
}
