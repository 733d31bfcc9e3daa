/**
 * The most probable basis states of amplitudes, greatest first and the lower number first among equals: one pass, where
 * sorting all of a million states would take longer than making them.
 */
export function topStates(re: ArrayLike<number>, im: ArrayLike<number>, most: number): number[] {
  const states: number[] = [];
  const weights: number[] = [];
  let least = 0;
  for (let state = 0; state < re.length; state++) {
    const weight = re[state] * re[state] + im[state] * im[state];
    if (weight <= least) continue;
    let at = weights.length;
    while (at > 0 && weights[at - 1] < weight) at--;
    states.splice(at, 0, state);
    weights.splice(at, 0, weight);
    if (states.length > most) {
      states.pop();
      weights.pop();
    }
    if (states.length === most) least = weights[most - 1];
  }
  return states;
}
