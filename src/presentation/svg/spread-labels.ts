/**
 * Moves labels apart along one axis until neighbours are at least `gap` from each other, as close as possible to
 * where they want to be, inside [low, high]. Returns the new places in the order given.
 *
 * Labels that touch form a group around the mean of their wishes; groups that touch join.
 *
 * @example spreadLabels([10, 11, 50], 14, 0, 100) // [3.5, 17.5, 50]
 */
export function spreadLabels(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => wishes[a] - wishes[b]);
  const groups: { members: number[]; start: number }[] = [];
  for (const index of order) {
    groups.push(place([index]));
    while (groups.length > 1) {
      const [before, last] = groups.slice(-2);
      if (before.start + before.members.length * gap <= last.start) break;
      groups.splice(-2, 2, place([...before.members, ...last.members]));
    }
  }
  const places = new Array<number>(wishes.length);
  for (const { members, start } of groups) {
    members.forEach((index, k) => {
      places[index] = start + k * gap;
    });
  }
  return places;

  function place(members: number[]): { members: number[]; start: number } {
    const span = (members.length - 1) * gap;
    const mean = members.reduce((sum, index) => sum + wishes[index], 0) / members.length;
    return { members, start: Math.max(low, Math.min(high - span, mean - span / 2)) };
  }
}
