/** A matrix in blocks: of each block the value of greatest size. */
export interface ReducedMatrix {
  readonly blocks: readonly Float64Array[];
  /** How many rows and columns make a block; 1 × 1 where nothing was reduced. */
  readonly block: { readonly rows: number; readonly columns: number };
}

/** Reduces a matrix to at most so many columns and rows. */
export function reducedMatrix(
  matrix: readonly ArrayLike<number>[],
  mostColumns: number,
  mostRows: number,
): ReducedMatrix {
  const columns = matrix[0].length;
  const block = { rows: Math.ceil(matrix.length / mostRows), columns: Math.ceil(columns / mostColumns) };
  const high = Math.ceil(matrix.length / block.rows);
  const wide = Math.ceil(columns / block.columns);
  const blocks = Array.from({ length: high }, () => new Float64Array(wide));
  matrix.forEach((row, i) => {
    const into = blocks[Math.floor(i / block.rows)];
    for (let j = 0; j < columns; j++) {
      const at = Math.floor(j / block.columns);
      if (Math.abs(row[j]) > Math.abs(into[at])) into[at] = row[j];
    }
  });
  return { blocks, block };
}
