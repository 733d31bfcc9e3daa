/** A complex number, (real part, imaginary part). */
export type ComplexNumber = readonly [re: number, im: number];

/** a + b. */
export function sum([ar, ai]: ComplexNumber, [br, bi]: ComplexNumber): ComplexNumber {
  return [ar + br, ai + bi];
}

/** −a. Zero stays +0. */
export function negative([re, im]: ComplexNumber): ComplexNumber {
  return [0 - re, 0 - im];
}

/** a·b. */
export function product([ar, ai]: ComplexNumber, [br, bi]: ComplexNumber): ComplexNumber {
  return [ar * br - ai * bi, ar * bi + ai * br];
}

/** a/b. A real divisor divides both parts, so that no rounding is added. */
export function quotient(a: ComplexNumber, [br, bi]: ComplexNumber): ComplexNumber {
  if (bi === 0) return [a[0] / br, a[1] / br];
  const [re, im] = product(a, [br, -bi]);
  const square = br * br + bi * bi;
  return [re / square, im / square];
}

/** The principal square root. */
export function squareRoot([re, im]: ComplexNumber): ComplexNumber {
  if (im === 0) return re < 0 ? [0, Math.sqrt(-re)] : [Math.sqrt(re), 0];
  const length = Math.hypot(re, im);
  const root = Math.sqrt((length + Math.abs(re)) / 2);
  const other = im / (2 * root);
  return re >= 0 ? [root, other] : [Math.abs(other), Math.sign(im) * root];
}

/** e^a. */
export function exponential([re, im]: ComplexNumber): ComplexNumber {
  const size = Math.exp(re);
  return im === 0 ? [size, 0] : [size * Math.cos(im), size * Math.sin(im)];
}

/** The principal logarithm. */
export function logarithm([re, im]: ComplexNumber): ComplexNumber {
  return [Math.log(Math.hypot(re, im)), Math.atan2(im, re)];
}

/** a^b, by whole powers where b is a whole number, else by the principal logarithm. */
export function power(a: ComplexNumber, b: ComplexNumber): ComplexNumber {
  if (a[1] === 0 && b[1] === 0 && (a[0] >= 0 || Number.isInteger(b[0]))) return [a[0] ** b[0], 0];
  if (a[0] === 0 && a[1] === 0) return [b[0] === 0 && b[1] === 0 ? 1 : 0, 0];
  return exponential(product(b, logarithm(a)));
}
