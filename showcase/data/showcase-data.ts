import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { DenseMatrix } from "../../src/matrix/dense-matrix.ts";

/** Where a data set comes from. */
export interface DataSource {
  readonly title: string;
  /** Who measured it, over what time, and what was left as it is. */
  readonly description: string;
  readonly file: string;
  /** The npm package that carries the file, with its version. */
  readonly package: string;
  /** Rows in the file. */
  readonly rows: number;
}

/** A real data set as a matrix, in the units in which it was published: nothing is scaled or centred. */
export interface ShowcaseData {
  readonly matrix: DenseMatrix;
  /** One name per column, with its unit. */
  readonly columnNames: readonly string[];
  readonly source: DataSource;
  /** Rows of the file that have a missing value in a wanted column and are not in the matrix. */
  readonly rowsDropped: number;
}

const root = dirname(dirname(createRequire(import.meta.url).resolve("vega-datasets")));

/** Reads a data file of the package vega-datasets. */
export function vegaFile(name: string): Buffer {
  return readFileSync(join(root, "data", name));
}

/** The name and version of the package, for the methods of a report. */
export function vegaPackage(): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return `vega-datasets ${version}`;
}
