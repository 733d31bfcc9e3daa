/**
 * The Grover angle of t marked states among N: θ with tan²θ = t/(N − t), so sin²θ = t/N.
 *
 * Errors: RangeError unless 1 ≤ size and 0 ≤ marked ≤ size (marked need not be whole: it may be an expectation).
 */
export function groverAngle(size: number, marked: number): number {
  if (!(size >= 1 && marked >= 0 && marked <= size && Number.isFinite(size))) {
    throw new RangeError(
      `groverAngle: expected 0 ≤ marked ≤ size and size ≥ 1, got marked ${marked} and size ${size}; pass the number of basis states and of solutions.`,
    );
  }
  return Math.atan2(Math.sqrt(marked), Math.sqrt(size - marked));
}

/**
 * The success probability after j iterations, sin²((2j + 1)θ).
 *
 * @example groverSuccess(4, 1, 1) // 1
 *
 * Source: Boyer, Brassard, Høyer, Tapp, quant-ph/9605034, section 3.
 */
export function groverSuccess(size: number, marked: number, iterations: number): number {
  return Math.sin((2 * iterations + 1) * groverAngle(size, marked)) ** 2;
}

/**
 * The number of iterations with the highest success probability in the first half turn, ⌊π/(4θ)⌋.
 *
 * That is the integer nearest to π/(4θ) − ½, the lower one in a tie; it fails with probability at most t/N.
 *
 * Errors: RangeError without a marked state, and as groverAngle.
 *
 * @example optimalIterations(2 ** 20, 1) // 804
 *
 * Source: Boyer, Brassard, Høyer, Tapp, quant-ph/9605034, section 3.
 */
export function optimalIterations(size: number, marked: number): number {
  const angle = positiveAngle("optimalIterations", size, marked);
  // A tie (π/4θ whole) goes to the lower integer, which costs less; the margin absorbs the rounding of θ.
  return Math.max(0, Math.ceil(Math.PI / (4 * angle) - 1 - 1e-12));
}

/**
 * The number of iterations in the first half turn with the least expected cost when a failed run is repeated.
 *
 * Minimises (perPhase·j + perCheck)/sin²((2j + 1)θ). With x = (2j + 1)θ the optimum is a root of
 * tan x = 2x + (4·perCheck/perPhase − 2)θ; at 2 queries a phase and 1 a check that is tan x = 2x, x = 1.1656,
 * j ≈ 0.5828/θ, success 0.8446, and 0.690·√(N/t) iterations on average.
 *
 * Errors: RangeError without a marked state, for costs that are not > 0, and as groverAngle.
 *
 * @example cheapestIterations(2 ** 20, 1) // 596
 *
 * Source: derived; the idea is Boyer, Brassard, Høyer, Tapp, quant-ph/9605034, section 3.
 */
export function cheapestIterations(size: number, marked: number, perPhase = 2, perCheck = 1): number {
  const angle = positiveAngle("cheapestIterations", size, marked);
  if (!(perPhase > 0 && perCheck > 0)) {
    throw new RangeError(
      `cheapestIterations: expected costs above 0, got ${perPhase} a phase and ${perCheck} a check; 2 and 1 are usual.`,
    );
  }
  const shift = ((4 * perCheck) / perPhase - 2) * angle;
  // tan x − 2x − shift rises on [1, π/2): its root there is the only minimum besides j = 0. It is convex, so Newton's
  // steps from a point right of the root come down to it.
  let root = Math.max(1.2, Math.atan(Math.PI + shift));
  for (let step = 1; step > 1e-14; ) {
    const tangent = Math.tan(root);
    const next = Math.max(1, root - (tangent - 2 * root - shift) / (tangent * tangent - 1));
    step = root - next;
    root = next;
  }
  const best = Math.max(0, Math.floor((root / angle - 1) / 2));
  const cost = (j: number) => (perPhase * j + perCheck) / Math.sin((2 * j + 1) * angle) ** 2;
  return [0, best, best + 1].reduce((kept, j) => (cost(j) < cost(kept) ? j : kept));
}

function positiveAngle(subject: string, size: number, marked: number): number {
  const angle = groverAngle(size, marked);
  if (!(angle > 0)) {
    throw new RangeError(
      `${subject}: expected at least one marked state, got ${marked} of ${size}; without one there is nothing to find.`,
    );
  }
  return angle;
}
