import { kroneckerProduct } from "../../matrix/kronecker/kronecker-product.ts";
import { asRows, type ObliviousSketch, type ProductSketch, readTarget, requireFactors } from "./sketch.ts";
import { transformEachIndex } from "./transform-each-index.ts";

/**
 * Sketches each factor on its own: S = S₁ ⊗ … ⊗ S_q, SA = S₁A₁ ⊗ … ⊗ S_qA_q.
 *
 * If every S_k embeds A_k to within ε_k, S embeds the product to within Π(1 + ε_k) − 1. It has Π m_k rows: more than a sketch
 * that mixes the factors, but SA stays a Kronecker product.
 *
 * Queries: Σ n_k classical row reads. Errors: RangeError without a sketch.
 *
 * @example kroneckerSketchOf([countSketch({ rows: 40, size: 500 }, r1), countSketch({ rows: 40, size: 400 }, r2)])
 */
export function kroneckerSketchOf(sketches: readonly ObliviousSketch[]): ProductSketch {
  const name = "Kronecker sketch";
  if (sketches.length === 0) {
    throw new RangeError(`${name}: expected at least one sketch, got none; pass one for each factor.`);
  }
  const rows = sketches.reduce((product, sketch) => product * sketch.rows, 1);
  const size = sketches.reduce((product, sketch) => product * sketch.size, 1);
  return {
    name,
    rows,
    size,
    apply(factors, ledger) {
      requireFactors(name, sketches.length, factors.length);
      return kroneckerProduct(
        sketches.map((sketch, k) => sketch.apply(asRows(factors[k], ledger, `A${k + 1}`))),
      );
    },
    applyTarget(target, ledger) {
      const b = readTarget(target, ledger, size, name);
      return transformEachIndex(
        b,
        sketches.map((sketch) => sketch.size),
        (slice, k) => sketches[k].multiply(slice),
      );
    },
  };
}
