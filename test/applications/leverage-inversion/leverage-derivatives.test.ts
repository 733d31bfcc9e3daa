import { describe, expect, it } from "vitest";
import { differenceJacobian } from "../../../src/applications/difference-jacobian.ts";
import { inversionGradient } from "../../../src/applications/leverage-inversion/inversion-gradient.ts";
import { inversionHessian } from "../../../src/applications/leverage-inversion/inversion-hessian.ts";
import { inversionLoss } from "../../../src/applications/leverage-inversion/inversion-loss.ts";
import { leverageJacobian } from "../../../src/applications/leverage-inversion/leverage-jacobian.ts";
import { squaredProjection } from "../../../src/applications/leverage-inversion/squared-projection.ts";
import { relativeError } from "../../../src/applications/relative-error.ts";
import { WorkCount } from "../../../src/applications/work-count.ts";
import { leverageScores } from "../../../src/matrix/algebra/leverage-scores.ts";
import { symmetricEigenvalues } from "../../../src/matrix/algebra/symmetric-eigenvalues.ts";
import { thinSvd } from "../../../src/matrix/algebra/thin-svd.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { inversionSetting } from "../../support/inversion-setting.ts";

const shapes = [
  { n: 20, d: 3, seed: 1 },
  { n: 60, d: 5, seed: 2 },
  { n: 200, d: 8, seed: 3 },
  { n: 9, d: 1, seed: 4 },
  { n: 5, d: 4, seed: 5 },
];

/** P∘P written out: the definition that the fast product must agree with. */
function projectionSquare({ rows, columns, data }: DenseMatrix): DenseMatrix {
  const square = new DenseMatrix(rows, rows, new Float64Array(rows * rows));
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      let entry = 0;
      for (let k = 0; k < columns; k++) entry += data[i * columns + k] * data[j * columns + k];
      square.data[i * rows + j] = entry * entry;
    }
  }
  return square;
}

describe.each(shapes)("leverage scores of diag(Ax − b)⁻¹A, $n × $d", (shape) => {
  const { at, x0, b, A } = inversionSetting(shape);
  const point = at(x0);
  const { n, d } = shape;

  it("sum to d within 1e-10 and lie between 0 and 1 (+1e-12)", () => {
    const sum = point.scores.reduce((total, score) => total + score, 0);
    expect(Math.abs(sum - d)).toBeLessThan(1e-10);
    expect(Math.min(...point.scores)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...point.scores)).toBeLessThanOrEqual(1 + 1e-12);
  });

  it("are the leverage scores of the matrix written out", () => {
    const { scores } = leverageScores(point.scaled);
    expect(relativeError(point.scores, scores)).toBeLessThan(1e-13);
  });

  it("have the Jacobian −2(Σ − P∘P)A(x), against differences below 1e-6 (and 1e-9)", () => {
    const step = 1e-2 * Math.min(0.1, ...point.slack.map(Math.abs));
    const differences = differenceJacobian((x) => at(x).scores, x0, step);
    expect(relativeError(leverageJacobian(point).data, differences.data)).toBeLessThan(1e-9);
  });

  it("have a Laplacian Σ − P∘P: positive semidefinite with row sums 0", () => {
    const square = projectionSquare(point.basis);
    const laplacian = new DenseMatrix(
      n,
      n,
      square.data.map((entry) => -entry),
    );
    for (let i = 0; i < n; i++) {
      laplacian.data[i * n + i] += point.scores[i];
      const sum = laplacian.row(i).reduce((total, entry) => total + entry, 0);
      expect(Math.abs(sum)).toBeLessThan(1e-13);
    }
    expect(symmetricEigenvalues(laplacian)[0]).toBeGreaterThan(-1e-13);
  });

  it("are the slope of the volumetric barrier: ∇ ½ log det A(x)ᵀA(x) = −A(x)ᵀσ(x)", () => {
    const barrier = (x: Float64Array) => [
      thinSvd(at(x).scaled).singularValues.reduce((sum, value) => sum + Math.log(value), 0),
    ];
    const slope = Float64Array.from({ length: d }, (_, k) =>
      point.scores.reduce((sum, score, i) => sum - score * point.scaled.at(i, k), 0),
    );
    const step = 1e-2 * Math.min(0.1, ...point.slack.map(Math.abs));
    expect(relativeError(slope, differenceJacobian(barrier, x0, step).data)).toBeLessThan(1e-8);
  });

  it.each([2, -1, -0.3])(
    "do not change when b and x are multiplied by %s: only a known b determines x",
    (t) => {
      const scaled = new DenseMatrix(
        n,
        d,
        A.data.map((entry, at) => {
          const i = Math.floor(at / d);
          const slack = A.row(i).reduce((sum, a, k) => sum + a * t * x0[k], 0) - t * b[i];
          return entry / slack;
        }),
      );
      expect(relativeError(leverageScores(scaled).scores, point.scores)).toBeLessThan(1e-12);
    },
  );
});

describe("the loss of an inversion", () => {
  it.each([
    { w: 0, interior: true },
    { w: 0.3, interior: true },
    { w: 0, interior: false },
    { w: 2, interior: false },
  ])(
    "has gradient and Hessian that agree with differences below 1e-7 (w = $w, interior $interior)",
    (kind) => {
      const { at, x0, problem } = inversionSetting({ ...kind, radius: 0.05, seed: 6 });
      const point = at(x0);
      const { residual } = inversionLoss(problem, point);
      const step = 1e-2 * Math.min(0.1, ...point.slack.map(Math.abs));
      const gradientAt = (x: Float64Array) => {
        const other = at(x);
        return inversionGradient(problem, other, inversionLoss(problem, other).residual);
      };
      const slope = differenceJacobian((x) => [inversionLoss(problem, at(x)).loss], x0, step);
      expect(relativeError(gradientAt(x0), slope.data)).toBeLessThan(1e-7);
      const curvature = differenceJacobian(gradientAt, x0, step);
      expect(relativeError(inversionHessian(problem, point, residual).data, curvature.data)).toBeLessThan(
        1e-7,
      );
    },
  );
});

describe("squaredProjection", () => {
  it("applies P∘P as the matrix written out does", () => {
    const { at, x0 } = inversionSetting({ n: 30, d: 4 });
    const { basis } = at(x0);
    const square = projectionSquare(basis);
    const y = Float64Array.from({ length: 30 }, (_, i) => Math.cos(i));
    const direct = y.map((_, i) => square.row(i).reduce((sum, entry, j) => sum + entry * y[j], 0));
    expect(relativeError(squaredProjection(basis, y), direct)).toBeLessThan(1e-14);
  });

  it("costs flops linear in n, where P∘P written out costs n²d", () => {
    const flops = [50, 100, 200].map((n) => {
      const { at, x0 } = inversionSetting({ n, d: 4 });
      const work = new WorkCount();
      squaredProjection(at(x0).basis, new Float64Array(n).fill(1), work);
      return work.counted().flops;
    });
    expect(flops[1]).toBe(2 * flops[0]);
    expect(flops[2]).toBe(4 * flops[0]);
    expect(flops[2]).toBeLessThan(200 ** 2 * 4);
  });
});
