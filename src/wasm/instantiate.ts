/**
 * Makes an instance of a WebAssembly module that is kept as base64 text in the package, or gives `undefined` where
 * the host refuses: no WebAssembly, no SIMD, or a content security policy without `wasm-unsafe-eval`.
 *
 * Callers fall back on their plain TypeScript kernel. Compiled at once, not asynchronously: the modules are small.
 *
 * @example const kernel = instantiate<{ fill(groups: number): void }>(philoxModule);
 */
export function instantiate<Exports>(base64: string, imports: WebAssembly.Imports = {}): Exports | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports as Exports;
  } catch {
    return undefined;
  }
}
