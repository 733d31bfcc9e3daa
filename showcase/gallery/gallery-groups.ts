/** The parts of the gallery: from which program number on each begins. */
export const galleryGroups = [
  { first: 1, heading: "States and protocols" },
  { first: 11, heading: "One query instead of many" },
  { first: 15, heading: "Fourier transform and arithmetic" },
  { first: 22, heading: "Search and repetition" },
  { first: 29, heading: "Matrices as states and blocks" },
  { first: 37, heading: "Walks, codes and optimisation" },
] as const;

/** The programs of each part. */
export function grouped<Item extends { readonly number: number }>(
  items: readonly Item[],
): { heading: string; items: Item[] }[] {
  return galleryGroups.map(({ first, heading }, k) => {
    const end = galleryGroups[k + 1]?.first ?? Number.POSITIVE_INFINITY;
    return { heading, items: items.filter(({ number }) => number >= first && number < end) };
  });
}
