import { word, workerBits } from "./control-block.ts";

/**
 * The program of a worker thread (Node): it waits for jobs and runs tiles by kernels of its own on the shared memory.
 *
 * It is a text, because a package in one file has no second file to start. `workerData` holds the control block and
 * the number of the worker; memories come as messages { memory, module, number, passes }, where `module` are the kernels
 * and `passes[k]` is the address of the pass of worker k. A worker that fails says so and goes on.
 */
export const workerProgram = `"use strict";
const { parentPort, receiveMessageOnPort, workerData } = require("node:worker_threads");
const { control, worker } = workerData;
const collectGarbage = (() => {
  // A memory that nobody holds is given back to the system by the next collection only, and a waiting thread has none.
  try {
    require("node:v8").setFlagsFromString("--expose-gc");
    return require("node:vm").runInNewContext("gc");
  } catch {
    return () => {};
  }
})();
let held = 0;
let kernels;
let pass = 0;
let done = -1;
for (;;) {
  const state = Atomics.load(control, ${word.state});
  const wanted = Atomics.load(control, ${word.memory});
  if (wanted !== held) {
    kernels = undefined;
    held = wanted;
    if (wanted !== 0) take(wanted);
    collectGarbage();
  }
  const job = state >>> ${workerBits};
  if (job % 2 === 0 || job === done || kernels === undefined) {
    Atomics.wait(control, ${word.state}, state);
    continue;
  }
  if (Atomics.compareExchange(control, ${word.state}, state, state + 1) !== state) continue;
  try {
    const end = Atomics.load(control, ${word.end});
    const chunk = Atomics.load(control, ${word.chunk});
    for (;;) {
      const from = Atomics.add(control, ${word.next}, chunk);
      if (from >= end) break;
      kernels.runTiles(pass, from, Math.min(from + chunk, end));
    }
  } catch {
    Atomics.add(control, ${word.failures}, 1);
  }
  done = job;
  Atomics.sub(control, ${word.state}, 1);
  Atomics.notify(control, ${word.state});
}
function take(wanted) {
  for (;;) {
    const received = receiveMessageOnPort(parentPort);
    if (received === undefined) return;
    const { memory, module, number, passes } = received.message;
    if (number !== wanted) continue;
    kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
    pass = passes[worker];
    return;
  }
}
`;
