import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseQasm } from "../../src/index.ts";
import type { Program } from "../program.ts";
import { programHeader } from "./program-header.ts";

/** A program with the file that it stands in. */
export interface NumberedProgram extends Program {
  readonly number: number;
  readonly file: string;
  /** The text of the file. */
  readonly text: string;
}

/** Where the programs stand. */
export const programFolder = join(import.meta.dirname, "..");

/** The names of all program files in the order of their numbers: `NN-name.qasm` and `NN-name.ts`. */
export function programFiles(): string[] {
  return readdirSync(programFolder)
    .filter((file) => /^\d\d-[a-z0-9-]+\.(qasm|ts)$/.test(file))
    .sort();
}

/** Reads one program: OpenQASM with a header, or TypeScript that exports `program`. */
export async function readProgram(file: string): Promise<NumberedProgram> {
  const path = join(programFolder, file);
  const text = readFileSync(path, "utf8");
  const program = file.endsWith(".qasm")
    ? { ...programHeader(text), circuit: parseQasm(text, { source: file }) }
    : ((await import(pathToFileURL(path).href)) as { program: Program }).program;
  return { ...program, number: Number(file.slice(0, 2)), file, text };
}

/** Reads all programs, by number. */
export async function readPrograms(): Promise<NumberedProgram[]> {
  return Promise.all(programFiles().map(readProgram));
}
