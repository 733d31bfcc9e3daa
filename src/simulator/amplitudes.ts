/** The arrays that kernels work on, in place: basis state i has amplitude `re[i] + i·im[i]`, 2^qubits of them. */
export interface Amplitudes {
  readonly qubits: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}
