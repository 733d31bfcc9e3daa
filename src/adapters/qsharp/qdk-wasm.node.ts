/**
 * The bytes of the compiler that come with the package `qsharp-lang` (Node).
 *
 * The package does not export the file, so it is looked up beside the module that Node finds for it.
 *
 * Errors: Error where this is not Node, or the package is not installed.
 */
export async function qdkWasm(): Promise<Uint8Array> {
  const { createRequire } = await import(/* webpackIgnore: true */ "node:module").catch(refuseBrowser);
  const { readFile } = await import(/* webpackIgnore: true */ "node:fs/promises").catch(refuseBrowser);
  if (createRequire === undefined || readFile === undefined) return refuseBrowser();
  const { pathToFileURL } = await import(/* webpackIgnore: true */ "node:url");
  const entry = pathToFileURL(createRequire(import.meta.url).resolve("qsharp-lang"));
  return readFile(new URL("../lib/web/qsc_wasm_bg.wasm", entry));
}

function refuseBrowser(): never {
  throw new Error(
    "loadQdk: expected the address or the bytes of qsc_wasm_bg.wasm outside of Node, got none; pass { wasm }.",
  );
}
