import { type ComplexMatrix, multiply } from "../../complex-matrix.ts";
import { unitPhase } from "../../unit-phase.ts";

/** How far entries may be from exact forms. */
const tolerance = 1e-12;

/**
 * The principal power U^k of a unitary that is diagonal, its own inverse or 2 × 2; undefined for others.
 *
 * Formula: eigenvalues e^{iα} with α in (−π, π] become e^{ikα}. A self-inverse U gives (1 + U)/2 + e^{iπk}(1 − U)/2; a
 * 2 × 2 matrix with eigenvalues a ≠ b gives (a^k (U − b) − b^k (U − a))/(a − b).
 */
export function rootOfMatrix(matrix: ComplexMatrix, k: number): ComplexMatrix | undefined {
  if (isDiagonal(matrix)) return diagonalPower(matrix, k);
  if (isSelfInverse(matrix)) {
    const [re, im] = unitPhase(Math.PI * k);
    return combine(matrix, [(1 - re) / 2, -im / 2], [(1 + re) / 2, im / 2]);
  }
  return matrix.size === 2 ? twoByTwoPower(matrix, k) : undefined;
}

/** factor·U + shift·1. */
function combine(
  { size, re, im }: ComplexMatrix,
  [fr, fi]: readonly [number, number],
  [sr, si]: readonly [number, number],
): ComplexMatrix {
  const result = { size, re: new Float64Array(size * size), im: new Float64Array(size * size) };
  for (let k = 0; k < size * size; k++) {
    const shift = k % (size + 1) === 0 ? 1 : 0;
    result.re[k] = fr * re[k] - fi * im[k] + shift * sr;
    result.im[k] = fr * im[k] + fi * re[k] + shift * si;
  }
  return result;
}

function isDiagonal({ size, re, im }: ComplexMatrix): boolean {
  return re.every((x, k) => k % (size + 1) === 0 || (Math.abs(x) < tolerance && Math.abs(im[k]) < tolerance));
}

function isSelfInverse(matrix: ComplexMatrix): boolean {
  const { size, re, im } = multiply(matrix, matrix);
  return re.every((x, k) => {
    const expected = k % (size + 1) === 0 ? 1 : 0;
    return Math.abs(x - expected) < tolerance && Math.abs(im[k]) < tolerance;
  });
}

function diagonalPower({ size, re, im }: ComplexMatrix, k: number): ComplexMatrix {
  const result = { size, re: new Float64Array(size * size), im: new Float64Array(size * size) };
  for (let row = 0; row < size; row++) {
    const at = row * (size + 1);
    [result.re[at], result.im[at]] = phasePower(re[at], im[at], k);
  }
  return result;
}

/** (x + iy)^k on the unit circle; −1 has the angle π, also where rounding put it below the axis. */
function phasePower(x: number, y: number, k: number): readonly [number, number] {
  const angle = Math.atan2(y, x);
  return unitPhase((angle <= -Math.PI + tolerance ? Math.PI : angle) * k);
}

function twoByTwoPower(matrix: ComplexMatrix, k: number): ComplexMatrix {
  const { re, im } = matrix;
  // Half the trace and the square root of the discriminant; for a unitary both have the phase of √det, up to i.
  const mean = [(re[0] + re[3]) / 2, (im[0] + im[3]) / 2] as const;
  const halfDifference = [(re[0] - re[3]) / 2, (im[0] - im[3]) / 2] as const;
  const square = add(times(halfDifference, halfDifference), times([re[1], im[1]], [re[2], im[2]]));
  const root = squareRoot(square);
  const a = add(mean, root);
  const b = add(mean, times([-1, 0], root));
  const [ak, bk] = [phasePower(...a, k), phasePower(...b, k)];
  const difference = add(a, times([-1, 0], b));
  const factor = over(add(ak, times([-1, 0], bk)), difference);
  const shift = over(add(times(bk, a), times([-1, 0], times(ak, b))), difference);
  return combine(matrix, factor, shift);
}

type Complex = readonly [re: number, im: number];

function add([a, b]: Complex, [c, d]: Complex): Complex {
  return [a + c, b + d];
}

function times([a, b]: Complex, [c, d]: Complex): Complex {
  return [a * c - b * d, a * d + b * c];
}

function over([a, b]: Complex, [c, d]: Complex): Complex {
  const norm = c * c + d * d;
  return [(a * c + b * d) / norm, (b * c - a * d) / norm];
}

function squareRoot([x, y]: Complex): Complex {
  const radius = Math.hypot(x, y);
  const re = Math.sqrt(Math.max(0, (radius + x) / 2));
  const im = Math.sqrt(Math.max(0, (radius - x) / 2));
  return [re, y < 0 ? -im : im];
}
