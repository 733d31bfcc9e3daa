import type { Precision } from "../amplitudes.ts";
import { stateVectorModule } from "./generated/state-vector-module.ts";
import { forSharedMemory } from "./threads/shared-kernels.ts";

/** What assembly/state-vector.ts exports that is called from here. */
export interface Kernels {
  runTiles(pass: number, from: number, to: number): void;
  /** Writes the sum of so many numbers of a plane to `target`, as a double. */
  sumPlane(plane: number, count: number, target: number): void;
  /** Adds a number to so many numbers of a plane. */
  shiftPlane(plane: number, count: number, shift: number): void;
  buildTable(table: number, temporary: number, bits: number, spec: number, re: number, im: number): void;
}

/** The code by precision. That of 32 bits comes with the engines that ask for it, so that pages without it do not load it. */
const codes = new Map<Precision, string>([[64, stateVectorModule]]);

/** Makes the code of kernels of a precision known. */
export function provideKernels(precision: Precision, code: string): void {
  codes.set(precision, code);
}

/** The builds that were compiled, by precision and whether they are for memories that threads share; null if refused. */
const builds = new Map<string, WebAssembly.Module | null>();

/** The kernels on a memory; undefined where the host refuses WebAssembly. Compiled once, when first asked for. */
export function kernelsOn(memory: WebAssembly.Memory, precision: Precision): Kernels | undefined {
  const module = memory.buffer instanceof ArrayBuffer ? ownKernels(precision) : sharedKernels(precision);
  if (module === null) return undefined;
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernels;
}

/** Whether the host runs the kernels at all. */
export function hasKernels(precision: Precision): boolean {
  return ownKernels(precision) !== null;
}

/** The kernels for a memory that threads share; null where there is none. Compiled once, when first asked for. */
export function sharedKernels(precision: Precision): WebAssembly.Module | null {
  return build(`${precision}, shared`, () =>
    typeof SharedArrayBuffer === "undefined"
      ? null
      : new WebAssembly.Module(forSharedMemory(code(precision))),
  );
}

function ownKernels(precision: Precision): WebAssembly.Module | null {
  return build(`${precision}`, () => new WebAssembly.Module(code(precision)));
}

function build(key: string, compile: () => WebAssembly.Module | null): WebAssembly.Module | null {
  const known = builds.get(key);
  if (known !== undefined) return known;
  let module: WebAssembly.Module | null = null;
  try {
    module = compile();
  } catch {
    // No WebAssembly, no SIMD, or a content security policy against it: the plain engine does the work.
  }
  builds.set(key, module);
  return module;
}

function code(precision: Precision): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(codes.get(precision) ?? ""), (character) => character.charCodeAt(0));
}
