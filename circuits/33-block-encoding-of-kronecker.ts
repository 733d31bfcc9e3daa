import { asMatrix, blockEncoding, rowOracle, tensorEncodings } from "../src/index.ts";
import type { Program } from "./program.ts";

const a = [
  [1, 2],
  [4, -2],
];
const b = [
  [2, 1],
  [0, 2],
];
const encode = (rows: readonly (readonly number[])[]) => blockEncoding(rowOracle(asMatrix(rows)));
const pairs = [0, 1].flatMap((i) => [0, 1].map((j) => [i, j] as const));

export const program: Program = {
  title: "Block encoding of a Kronecker product",
  explanation:
    "The corner of U ⊗ V is the product of the corners: side by side, two block encodings encode A ⊗ B, with the ancillas of both and the product of the norms, 5 · 3.",
  source: "Camps and Van Beeumen, arXiv:2004.07150, tensor products of block encodings",
  circuit: tensorEncodings(encode(a), encode(b)).circuit,
  expect: [{ kind: "block", matrix: pairs.map(([i, j]) => pairs.map(([k, l]) => (a[i][k] * b[j][l]) / 15)) }],
};
