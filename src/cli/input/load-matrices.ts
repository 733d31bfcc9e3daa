import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { LimitError, type ParsedMatrix, parseMatrix, readMatrixFile } from "../../index.ts";
import { CliError } from "../cli-error.ts";
import type { Input, Reading } from "../documents/document-head.ts";
import { exitCode } from "../exit-code.ts";
import type { Format } from "../options/reading-options.ts";
import type { Session } from "../session.ts";
import { checkMatrix } from "./check-matrix.ts";
import type { LoadedMatrix } from "./loaded-matrix.ts";
import { requireReadable } from "./require-readable.ts";

/** How files are loaded. */
export interface LoadOptions {
  readonly reading: Reading;
  readonly format?: Format | undefined;
  readonly allowZeroColumns?: boolean | undefined;
  /** Most bytes that the matrices may take together. */
  readonly maxMemory: number;
  /** The last file is a right-hand side: it may be zero, gets no column of ones, and shares no choice of columns. */
  readonly target?: boolean;
}

/** Matrices with what their user should know about them. */
export interface LoadedMatrices {
  readonly matrices: readonly LoadedMatrix[];
  readonly warnings: readonly string[];
}

/**
 * Loads the files of a command and checks them one by one: readable, well-formed, finite, tall, of full use.
 *
 * That all files are there is checked before the first one is read. `-` is stdin, at most once.
 *
 * Errors: CliError (usage) for two `-`; CliError (bad input), ParseError and LimitError with the file and the place.
 */
export async function loadMatrices(
  names: readonly string[],
  session: Session,
  options: LoadOptions,
): Promise<LoadedMatrices> {
  if (names.filter((name) => name === "-").length > 1) {
    throw new CliError(
      exitCode.usage,
      "expected `-` (stdin) once, got it twice; write one of the inputs to a file.",
    );
  }
  for (const name of names) if (name !== "-") await requireReadable(name, resolve(session.io.cwd, name));
  const matrices: LoadedMatrix[] = [];
  const warnings: string[] = [];
  let used = 0;
  for (const [k, name] of names.entries()) {
    session.progress.update(`reading ${name}`, 0);
    const loaded = await loadMatrix(
      name,
      session,
      {
        ...options,
        maxMemory: options.maxMemory - used,
        reading:
          options.target === true && k === names.length - 1
            ? { ...options.reading, intercept: false }
            : options.reading,
      },
      k,
    ).catch((error: unknown) => {
      throw k > 0 && error instanceof LimitError && error.unit === "bytes"
        ? new LimitError(
            "all files together",
            options.maxMemory,
            used + error.needed,
            "bytes",
            "raise --max-memory or keep fewer columns",
          )
        : error;
    });
    session.io.signal.throwIfAborted();
    const isTarget = options.target === true && k === names.length - 1;
    if (!isTarget) {
      warnings.push(...checkMatrix(loaded, { allowZeroColumns: options.allowZeroColumns ?? false }));
    }
    if (loaded.input.skippedRows > 0) {
      const { skippedRows } = loaded.input;
      const rows =
        skippedRows === 1 ? "1 row that lacks a value is" : `${skippedRows} rows that lack a value are`;
      warnings.push(`${name}: ${rows} left out.`);
    }
    if (loaded.matrix.kind === "dense") used += loaded.matrix.data.byteLength;
    matrices.push(loaded);
  }
  return { matrices, warnings };
}

async function loadMatrix(
  name: string,
  { io }: Session,
  options: LoadOptions,
  k: number,
): Promise<LoadedMatrix> {
  const { header, missing, intercept, dates, columns } = options.reading;
  const readOptions = {
    name: name === "-" ? "stdin" : name,
    header: header === "auto" ? ("auto" as const) : header === "yes",
    missing,
    intercept,
    dates,
    maxBytes: Math.max(1, options.maxMemory),
    columns: columns[k] ?? undefined,
    format: options.format,
  };
  if (name === "-") {
    const bytes = await io.readStdin();
    if (bytes.length === 0) {
      throw new CliError(
        exitCode.badInput,
        "stdin: expected a matrix, got nothing; pipe a file into the command.",
      );
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return loaded(name, sha256, await parseMatrix(bytes, readOptions));
  }
  const file = await readMatrixFile(resolve(io.cwd, name), { ...readOptions, signal: io.signal });
  return loaded(name, file.sha256, file);
}

function loaded(
  name: string,
  sha256: string,
  { matrix, columnNames, skippedRows }: ParsedMatrix,
): LoadedMatrix {
  const input: Input = {
    name,
    rows: matrix.rows,
    columns: matrix.columns,
    sha256,
    columnNames: columnNames === undefined ? null : [...columnNames],
    skippedRows,
  };
  return { matrix, input };
}
