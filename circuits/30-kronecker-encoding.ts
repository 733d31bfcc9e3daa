import { amplitudeEncoding, asMatrix, kroneckerEncoding, rowOracle } from "../src/index.ts";
import type { Program } from "./program.ts";

const a = [
  [1, 2],
  [2, 0],
];
const b = [
  [2, -1],
  [0, 2],
];

// Both have Frobenius norm 3, so the product has norm 9.
const encoding = kroneckerEncoding([a, b].map((rows) => amplitudeEncoding(rowOracle(asMatrix(rows)))));
let { circuit } = encoding;
encoding.row.forEach((qubit, bit) => {
  circuit = circuit.measure(qubit, bit);
});

const bits = [0, 1];
const square = (row: readonly number[]) => row.reduce((sum, entry) => sum + entry * entry, 0);

export const program: Program = {
  title: "A Kronecker product as a quantum state",
  explanation:
    "|A ⊗ B⟩ is |A⟩ and |B⟩ side by side; only the names of the qubits change. Two 2 × 2 matrices on four qubits give the 16 entries of their product, and no gate joins them. A row of the product is seen with the product of the probabilities of its parts.",
  source: "Kronecker products in amplitude encoding: (A ⊗ B)_{(i,j),(k,l)} = A_{ik}·B_{jl}, entry by entry",
  circuit,
  expect: [
    {
      kind: "state",
      amplitudes: Object.fromEntries(
        bits.flatMap((i) =>
          bits.flatMap((k) =>
            bits.flatMap((j) => bits.map((l) => [`${i}${k}${j}${l}`, (a[i][k] * b[j][l]) / 9])),
          ),
        ),
      ),
    },
    {
      kind: "counts",
      law: Object.fromEntries(
        bits.flatMap((i) => bits.map((j) => [`${i}${j}`, (square(a[i]) * square(b[j])) / 81])),
      ),
    },
  ],
};
