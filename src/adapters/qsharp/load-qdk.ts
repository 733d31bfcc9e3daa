import { qdkWasm } from "./qdk-wasm.node.ts";

/** Where the compiler comes from. */
export interface QdkOptions {
  /**
   * The address or the bytes of `qsharp-lang/lib/web/qsc_wasm_bg.wasm`. In Node it is found in the package; a page has
   * to say where it serves it. The first call decides.
   */
  readonly wasm?: string | ArrayBuffer | Uint8Array;
}

/** What QDK reports while a program runs: one entry a shot. */
export interface QdkShot {
  readonly success: boolean;
  readonly result: string | { readonly message: string; readonly errors?: readonly QdkDiagnostic[] };
  readonly events: readonly QdkEvent[];
}

/** What the compiler has to say about a place, line and column counted from 0. */
export interface QdkDiagnostic {
  readonly diagnostic: {
    readonly message: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  };
}

/** Something that a program showed. */
export type QdkEvent =
  | { readonly type: "DumpMachine"; readonly state: Readonly<Record<string, readonly [number, number]>> }
  | { readonly type: "Message" | "Matrix" };

/** A program for the compiler. */
export interface QdkProgram {
  readonly sources: [string, string][];
  readonly projectType: "qsharp" | "openqasm";
}

/** The part of the compiler that the adapter uses. */
export interface QdkCompiler {
  run(program: QdkProgram, shots: number): Promise<readonly QdkShot[]>;
  estimate(program: QdkProgram, parameters: string): Promise<string>;
}

let loaded: Promise<QdkCompiler> | undefined;

/**
 * Loads Microsoft's QDK (`qsharp-lang`, an optional peer dependency), once.
 *
 * Errors: Error when the package is not installed or its WebAssembly cannot be found; QDK keeps to the first attempt.
 */
export function loadQdk(options: QdkOptions = {}): Promise<QdkCompiler> {
  loaded ??= load(options).catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load({ wasm }: QdkOptions): Promise<QdkCompiler> {
  const qdk = await import("qsharp-lang").catch((cause: unknown) => {
    throw new Error("loadQdk: expected the package qsharp-lang, got none; npm install qsharp-lang.", {
      cause,
    });
  });
  const source = wasm ?? (await qdkWasm());
  await qdk.loadWasmModule(source instanceof Uint8Array ? bytesOf(source) : source);
  const compiler = await qdk.getCompiler();
  const config = (program: QdkProgram) => ({ ...program, languageFeatures: [] });
  return {
    async run(program, shots) {
      const events = new qdk.QscEventTarget(true);
      const results = () => events.getResults() as unknown as readonly QdkShot[];
      try {
        await compiler.run(config(program), "", shots, events);
      } catch (cause) {
        // What does not compile is thrown as a bare message; its places stand in the result of the first shot.
        const result = results()[0]?.result;
        if (typeof result !== "object" || result.errors === undefined) throw cause;
        throw Object.assign(new Error(result.message, { cause }), { diagnostics: result.errors });
      }
      return results();
    },
    estimate: (program, parameters) => compiler.getEstimates(config(program), "", parameters),
  };
}

/** The same bytes in a buffer of their own; Node reads small files into a shared one. */
function bytesOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}
