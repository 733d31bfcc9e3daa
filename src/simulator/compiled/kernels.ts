import { stateVectorModule } from "./generated/state-vector-module.ts";
import { forSharedMemory } from "./threads/shared-kernels.ts";

/** What assembly/state-vector.ts exports that is called from here. */
export interface Kernels {
  runTiles(pass: number, from: number, to: number): void;
  /** Writes the sum of so many doubles of a plane to `target`. */
  sumPlane(plane: number, count: number, target: number): void;
  /** Adds a number to so many doubles of a plane. */
  shiftPlane(plane: number, count: number, shift: number): void;
  buildTable(table: number, temporary: number, bits: number, spec: number, re: number, im: number): void;
}

let module: WebAssembly.Module | null | undefined;
let sharedModule: WebAssembly.Module | null | undefined;

/** The kernels on a memory; undefined where the host refuses WebAssembly. Compiled once, when first asked for. */
export function kernelsOn(memory: WebAssembly.Memory): Kernels | undefined {
  const compiled = memory.buffer instanceof ArrayBuffer ? stateVectorCode() : sharedKernels();
  if (compiled === null) return undefined;
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernels;
}

/** Whether the host runs the kernels at all. */
export function hasKernels(): boolean {
  return stateVectorCode() !== null;
}

/** The kernels for a memory that threads share; null where there is none. Compiled once, when first asked for. */
export function sharedKernels(): WebAssembly.Module | null {
  if (sharedModule === undefined) {
    const canShare = typeof SharedArrayBuffer !== "undefined";
    sharedModule = canShare ? compile((bytes) => forSharedMemory(bytes)) : null;
  }
  return sharedModule;
}

function stateVectorCode(): WebAssembly.Module | null {
  if (module === undefined) module = compile((bytes) => bytes);
  return module;
}

function compile(
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): WebAssembly.Module | null {
  try {
    const bytes = Uint8Array.from(atob(stateVectorModule), (character) => character.charCodeAt(0));
    return new WebAssembly.Module(change(bytes));
  } catch {
    // No WebAssembly, no SIMD, or a content security policy against it: the plain engine does the work.
    return null;
  }
}
