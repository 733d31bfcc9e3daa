/** Bits of a real number: an amplitude takes 16 bytes with 64, and 8 with 32. */
export type Precision = 64 | 32;

/** The real or the imaginary parts of the amplitudes of a state, in 64 or in 32 bits each. */
export type Plane = Float64Array | Float32Array;

/** The arrays that kernels work on, in place: basis state i has amplitude `re[i] + i·im[i]`, 2^qubits of them. */
export interface Amplitudes {
  readonly qubits: number;
  readonly re: Plane;
  readonly im: Plane;
}
