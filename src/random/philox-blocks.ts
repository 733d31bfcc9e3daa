import { instantiate } from "../wasm/instantiate.ts";
import { philoxModule } from "./generated/philox-module.ts";
import { philox4x32 } from "./philox.ts";

/** What assembly/philox.ts exports. */
interface PhiloxKernel {
  readonly memory: WebAssembly.Memory;
  output(): number;
  fill(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number, groups: number): void;
}

/** How many words fit the memory of the kernel, of 64 KiB, with room for its data; a multiple of 16. */
const mostWords = 8192;

let kernel: PhiloxKernel | undefined;
let written: Uint32Array | undefined;
let isTried = false;

/**
 * Writes the Philox4x32-10 blocks of the counters (c0, c1, c2, c3), (c0 + 1, c1, c2, c3), … under the key (k0, k1) into
 * `out`, four words each: what philox4x32 gives block by block, about three times as fast from four blocks on.
 *
 * c0 + out.length/4 is at most 2^32: the counter does not carry into c1.
 */
export function philoxBlocks(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  if (out.length % 16 !== 0 || out.length > mostWords || !isReady()) {
    plainBlocks(c0, c1, c2, c3, k0, k1, out);
    return;
  }
  kernel!.fill(c0, c1, c2, c3, k0, k1, out.length / 16);
  out.set(out.length === mostWords ? written! : written!.subarray(0, out.length));
}

/** The same, block by block in TypeScript: the reference, and what runs where the host refuses WebAssembly. */
export function plainBlocks(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  for (let at = 0; at < out.length; at += 4) philox4x32(c0 + at / 4, c1, c2, c3, k0, k1, out, at);
}

/** Makes the kernel when it is first needed: most programs that import the library never draw so much. */
function isReady(): boolean {
  if (!isTried) {
    isTried = true;
    kernel = instantiate<PhiloxKernel>(philoxModule);
    if (kernel !== undefined) written = new Uint32Array(kernel.memory.buffer, kernel.output(), mostWords);
  }
  return kernel !== undefined;
}
