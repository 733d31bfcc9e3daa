/** What the reader chose on an earlier visit; undefined where the browser keeps nothing, as for some pages from a disk. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(`kronket-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice for the next visit, where the browser allows it. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`kronket-${name}`, value);
  } catch {
    // A choice that is not kept has to be made again, and that is all.
  }
}
