import { RowClassMatrix } from "../../matrix/row-class-matrix.ts";

/** A memory of M patterns in classes of one direction each: one pattern at similarity 1, then ever more below it. */
export function classMemory(M: number): RowClassMatrix {
  const levels = Math.max(1, Math.floor(Math.log2(M)) - 1);
  const classes = [{ count: 1, row: Float64Array.of(1, 0) }];
  let left = M - 1;
  for (let level = 1; level < levels && left > 0; level++) {
    const count = Math.min(left, 2 ** level);
    const angle = (Math.PI * level) / levels;
    classes.push({ count, row: Float64Array.of(Math.cos(angle), Math.sin(angle)) });
    left -= count;
  }
  if (left > 0) classes.push({ count: left, row: Float64Array.of(-1, 0) });
  return new RowClassMatrix(classes);
}
