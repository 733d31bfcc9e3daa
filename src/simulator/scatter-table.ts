/**
 * Where the values of a register lie among the basis states: entry x has bit j of x at qubit `qubits[j]`, 0 elsewhere.
 *
 * The last entry is the mask of the register.
 *
 * @example scatterTable([2, 0]) // Int32Array [0, 4, 1, 5]
 */
export function scatterTable(qubits: readonly number[]): Int32Array {
  const table = new Int32Array(2 ** qubits.length);
  qubits.forEach((qubit, j) => {
    const half = 2 ** j;
    for (let x = 0; x < half; x++) table[half + x] = table[x] | (1 << qubit);
  });
  return table;
}
