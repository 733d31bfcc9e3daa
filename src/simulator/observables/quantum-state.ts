import type { ComplexMatrix } from "../../circuit/complex-matrix.ts";
import type { Amplitudes, Plane } from "../amplitudes.ts";

/** A pure state by its amplitudes, or a mixed state by its density matrix ρ. What has a number of `qubits` is pure. */
export type QuantumState = Amplitudes | ComplexMatrix;

/** Whether a state is given by amplitudes. */
export function isPure(state: QuantumState): state is Amplitudes {
  return "qubits" in state;
}

/** Number of qubits of a state. */
export function qubitsOf(state: QuantumState): number {
  return isPure(state) ? state.qubits : Math.log2(state.size);
}

/**
 * Checks that a state is well formed: lengths, and for a density matrix Hermitian with trace 1, both to 1e-9.
 *
 * Errors: TypeError for what is no state; RangeError that says what is wrong with one.
 */
export function requireState(subject: string, state: QuantumState): void {
  if (!isPlane(state?.re) || !isPlane(state.im) || (!isPure(state) && state.re instanceof Float32Array)) {
    throw new TypeError(
      `${subject}: expected a state or a density matrix, got ${state === null ? "null" : typeof state}; pass what simulate or densityMatrix returns.`,
    );
  }
  if (isPure(state)) requireLength(subject, state, 2 ** state.qubits, `${state.qubits} qubits`);
  else requireDensity(subject, state);
}

function isPlane(part: unknown): part is Plane {
  return part instanceof Float64Array || part instanceof Float32Array;
}

/** Checks that two states are well formed and of the same number of qubits. */
export function requirePair(subject: string, first: QuantumState, second: QuantumState): void {
  requireState(subject, first);
  requireState(subject, second);
  if (qubitsOf(first) !== qubitsOf(second)) {
    throw new RangeError(
      `${subject}: expected a second state of ${qubitsOf(first)} qubits, got ${qubitsOf(second)}; compare equal sizes.`,
    );
  }
}

/** Checks that a qubit is one of a state. */
export function requireQubit(subject: string, qubit: number, qubits: number): void {
  if (!Number.isInteger(qubit) || qubit < 0 || qubit >= qubits) {
    throw new RangeError(
      `${subject}: expected a qubit from 0 to ${qubits - 1}, got ${qubit}; the state has ${qubits} qubits.`,
    );
  }
}

/** |ψ⟩⟨ψ| of a pure state; a density matrix as it is. */
export function densityOf(state: QuantumState): ComplexMatrix {
  if (!isPure(state)) return state;
  const size = state.re.length;
  const re = new Float64Array(size * size);
  const im = new Float64Array(size * size);
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      re[r * size + c] = state.re[r] * state.re[c] + state.im[r] * state.im[c];
      im[r * size + c] = state.im[r] * state.re[c] - state.re[r] * state.im[c];
    }
  }
  return { size, re, im };
}

function requireLength(subject: string, { re, im }: QuantumState, length: number, of: string): void {
  if (re.length !== length || im.length !== length) {
    throw new RangeError(
      `${subject}: expected ${length} numbers for ${of}, got ${re.length} real and ${im.length} imaginary parts; list every entry.`,
    );
  }
}

function requireDensity(subject: string, density: ComplexMatrix): void {
  const { size, re, im } = density;
  if (!(size >= 1) || !Number.isInteger(Math.log2(size))) {
    throw new RangeError(
      `${subject}: expected a density matrix of 2^k rows, got ${size}; a state of k qubits has that many.`,
    );
  }
  requireLength(subject, density, size * size, `a matrix of ${size} rows`);
  let trace = 0;
  let skew = 0;
  for (let r = 0; r < size; r++) {
    trace += re[r * size + r];
    for (let c = 0; c <= r; c++) {
      const real = Math.abs(re[r * size + c] - re[c * size + r]);
      const imaginary = Math.abs(im[r * size + c] + im[c * size + r]);
      // Math.max passes NaN on, so that an entry that is no number is refused too.
      skew = Math.max(skew, real, imaginary);
    }
  }
  if (!(skew <= 1e-9)) {
    throw new RangeError(
      `${subject}: expected a Hermitian density matrix, got entries that differ by ${skew} from their mirror images; check where it comes from.`,
    );
  }
  if (!(Math.abs(trace - 1) <= 1e-9)) {
    throw new RangeError(
      `${subject}: expected a density matrix of trace 1, got ${trace}; divide it by its trace.`,
    );
  }
}
