/** A table as plain data: every cell is a text that is ready to be shown. */
export interface Table {
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** A column of a table. */
export interface Column {
  readonly heading: string;
  /** Numbers are set flush right with digits of one width. */
  readonly numeric?: boolean;
}

/** A row of a table. */
export interface TableRow {
  /** One text per column. */
  readonly cells: readonly string[];
  /** A row that sums up others; set off by a line. */
  readonly total?: boolean;
}

/** The places of the columns that hold anything: a column without a single text is not worth showing. */
export function usedColumns({ columns, rows }: Table): number[] {
  return columns
    .map((_, index) => index)
    .filter((index) => rows.length === 0 || rows.some((row) => row.cells[index] !== ""));
}

/** Checks that every row has one cell per column. Errors: RangeError that names the row. */
export function requireTable(table: Table): Table {
  table.rows.forEach((row, index) => {
    if (row.cells.length !== table.columns.length) {
      throw new RangeError(
        `table: expected ${table.columns.length} cells in row ${index}, got ${row.cells.length}; give one per column.`,
      );
    }
  });
  return table;
}
