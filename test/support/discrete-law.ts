import { expectFits } from "./chi-square.ts";

/** A law on whole numbers, looked at from `from` to `to`; what lies outside is one more bin on each side. */
export interface DiscreteLaw {
  readonly logPmf: (k: number) => number;
  readonly from: number;
  readonly to: number;
  /** At most so many bins inside, of equal width. */
  readonly bins?: number;
  /**
   * Odd; the law is evaluated at the middle of so many neighbours and taken as linear among them. For laws whose standard
   * deviation is a thousand strides or more, where the error is below 1e-6 of a bin.
   */
  readonly stride?: number;
}

/**
 * Expects `draws` values of a sampler to fit a law: bins from summed probabilities, chi-square at false alarm 1e-6.
 * The mass outside [from, to] is taken as what is missing to one and split evenly: keep it far below one draw.
 */
export function expectSamples(sample: () => number, draws: number, law: DiscreteLaw): void {
  const { logPmf, from, to, bins = 200, stride = 1 } = law;
  const width = stride * Math.max(1, Math.ceil((to - from + 1) / bins / stride));
  const inside = Math.ceil((to - from + 1) / width);
  const expected = new Float64Array(inside + 2);
  let total = 0;
  const end = from + Math.floor((to - from + 1) / stride) * stride;
  for (let k = from; k < end; k += stride) {
    const mass = stride * Math.exp(logPmf(k + (stride - 1) / 2));
    expected[1 + Math.floor((k - from) / width)] += draws * mass;
    total += mass;
  }
  expected[0] = expected[inside + 1] = (draws * Math.max(0, 1 - total)) / 2;
  const observed = new Float64Array(inside + 2);
  for (let draw = 0; draw < draws; draw++) {
    const k = sample();
    if (k < from) observed[0]++;
    else if (k >= end) observed[inside + 1]++;
    else observed[1 + Math.floor((k - from) / width)]++;
  }
  expectFits(observed, expected);
}
