import { type Command, Option } from "commander";
import { type ColumnChoice, parseBytes, parseColumns } from "./parse-value.ts";

/** Names of the file formats, as `--format` takes them. */
const formats = ["csv", "json", "npy", "matrix-market", "parquet"] as const;
export type Format = (typeof formats)[number];

/** The flags that say how files are read. */
export interface ReadingFlags {
  readonly columns?: readonly ColumnChoice[];
  readonly header: "yes" | "no" | "auto";
  readonly missing: "error" | "skip-row";
  readonly intercept?: boolean;
  readonly dates: "error" | "milliseconds";
  readonly format?: Format;
  readonly allowZeroColumns?: boolean;
  readonly maxMemory: number;
}

/** The default of --max-memory: 4 GiB. */
export const defaultMemory = 2 ** 32;

/** Adds the flags that say how files are read. */
export function addReadingOptions(command: Command): Command {
  return command
    .optionsGroup("Reading files (CSV, JSON, NPY, MatrixMarket, Parquet; `-` is stdin):")
    .addOption(
      new Option(
        "-c, --columns <list>",
        "columns to keep, by name or index from 0: a,b,2 for all files or 2:a,b for the second; repeatable",
      ).argParser(parseColumns),
    )
    .addOption(
      new Option("--header <whether>", "whether the first line of a CSV file names the columns")
        .choices(["yes", "no", "auto"])
        .default("auto"),
    )
    .addOption(
      new Option("--missing <policy>", "rows that lack a value: refuse the file, or leave them out")
        .choices(["error", "skip-row"])
        .default("error"),
    )
    .option("--intercept", "put a column of ones first")
    .addOption(
      new Option("--dates <policy>", "times in Parquet files: refuse them, or milliseconds since 1970")
        .choices(["error", "milliseconds"])
        .default("error"),
    )
    .addOption(
      new Option("--format <name>", "format of the files, where name and content do not tell").choices(
        formats,
      ),
    )
    .option("--allow-zero-columns", "go on with columns that hold only zeros")
    .addOption(
      new Option("--max-memory <amount>", "refuse to start when more is needed, such as 512M or 8G")
        .argParser(parseBytes)
        .default(defaultMemory, "4G"),
    );
}
