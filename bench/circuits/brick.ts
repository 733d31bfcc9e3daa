/**
 * The pairs of neighbours of one layer of a brick wall: from qubit 0 in even layers, from qubit 1 in odd ones.
 *
 * @example brick(5, 1) // [[1, 2], [3, 4]]
 */
export function brick(qubits: number, layer: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let q = layer % 2; q + 1 < qubits; q += 2) pairs.push([q, q + 1]);
  return pairs;
}
