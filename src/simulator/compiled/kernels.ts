import { stateVectorModule } from "./generated/state-vector-module.ts";

/** What assembly/state-vector.ts exports that is called from here. */
export interface Kernels {
  runTiles(pass: number, from: number, to: number): void;
  buildTable(table: number, temporary: number, bits: number, spec: number, re: number, im: number): void;
}

let module: WebAssembly.Module | null | undefined;

/** The kernels on a memory; undefined where the host refuses WebAssembly. Compiled once, when first asked for. */
export function kernelsOn(memory: WebAssembly.Memory): Kernels | undefined {
  const compiled = stateVectorCode();
  if (compiled === null) return undefined;
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Kernels;
}

/** Whether the host runs the kernels at all. */
export function hasKernels(): boolean {
  return stateVectorCode() !== null;
}

function stateVectorCode(): WebAssembly.Module | null {
  if (module === undefined) {
    try {
      const bytes = Uint8Array.from(atob(stateVectorModule), (character) => character.charCodeAt(0));
      module = new WebAssembly.Module(bytes);
    } catch {
      // No WebAssembly, no SIMD, or a content security policy against it: the plain engine does the work.
      module = null;
    }
  }
  return module;
}
