import { requireCount, requireShare } from "../row-source.ts";

/** What a sketch must embed: `columns` = d dimensions, to within ε, up to probability δ. */
export interface Embedding {
  readonly columns: number;
  readonly epsilon: number;
  readonly delta: number;
  /** The number n of rows, for `hadamard`. */
  readonly size?: number;
  /** The number q of factors, for `tensor` (default 2). `columns` is that of the product. */
  readonly order?: number;
}

/**
 * How many rows a sketch needs so that (1−ε)AᵀA ⪯ (SA)ᵀSA ⪯ (1+ε)AᵀA with probability ≥ 1 − δ, with proved constants.
 *
 * - `gaussian`: ⌈((√d + √(2 ln(2/δ))) / (√(1+ε) − 1))²⌉ (Davidson and Szarek 2001, Theorem II.13).
 * - `count-sketch`: ⌈(d² + d)/(ε² δ)⌉ (second moment of the product; Nelson and Nguyen, arXiv:1211.1002, Theorem 3).
 * - `hadamard`: ⌈3 (√d + √(8 ln(2N/δ)))² ln(4d/δ)/ε²⌉, N ≥ n the next power of two (row lengths after HD: Tropp,
 *   arXiv:1011.1595, Lemma 3.3, with failure δ/2; then the matrix Chernoff bound with δ/2). Derived.
 * - `tensor`: ⌈(2 + 3^q) d²/(ε² δ)⌉ (Avron, Nguyen and Woodruff 2014, Lemma 2 with the Frobenius norm), rounded up to a power of two.
 *
 * Errors: RangeError for values out of range; `hadamard` needs `size`.
 *
 * @example embeddingRows("gaussian", { columns: 8, epsilon: 0.5, delta: 0.05 }) // 609
 */
export function embeddingRows(
  kind: "gaussian" | "count-sketch" | "hadamard" | "tensor",
  { columns, epsilon, delta, size, order = 2 }: Embedding,
): number {
  requireCount("embeddingRows", "columns", columns);
  requireShare("embeddingRows", "epsilon", epsilon, "try 0.5");
  requireShare("embeddingRows", "delta", delta, "try 0.05");
  const root = Math.sqrt(columns);
  switch (kind) {
    case "gaussian":
      return Math.ceil(((root + Math.sqrt(2 * Math.log(2 / delta))) / (Math.sqrt(1 + epsilon) - 1)) ** 2);
    case "count-sketch":
      return Math.ceil((columns * columns + columns) / (epsilon * epsilon * delta));
    case "hadamard": {
      requireCount("embeddingRows", "size", size ?? Number.NaN);
      const padded = 2 ** Math.ceil(Math.log2(size as number));
      const spread = (root + Math.sqrt(8 * Math.log((2 * padded) / delta))) ** 2;
      return Math.ceil((3 * spread * Math.log((4 * columns) / delta)) / (epsilon * epsilon));
    }
    case "tensor":
      requireCount("embeddingRows", "order", order);
      return (
        2 **
        Math.ceil(
          Math.log2(Math.max(1, ((2 + 3 ** order) * columns * columns) / (epsilon * epsilon * delta))),
        )
      );
  }
}
