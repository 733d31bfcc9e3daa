import { makeCompiledEngine } from "../../src/index.ts";
import { type Family, familyCircuit } from "../circuits/families.ts";
import { checksum } from "./checksum.ts";
import type { Outcome } from "./contender.ts";
import { startOf } from "./own-start.ts";

// A process that runs one circuit once by this library, after a warm-up on small circuits of other kinds.

const [family, qubits, start, threads, check] = process.argv.slice(2);
const engine = makeCompiledEngine({ threads: Number(threads) });
const size = Number(qubits);
for (const other of ["rot", "qft"] as const) {
  if (other !== family) for (let k = 0; k < 20; k++) engine.run(familyCircuit(other, 14));
}
const circuit = familyCircuit(family as Family, size);
const how = startOf(engine, size, start as "zero" | "random");
process.stdout.write("ready\n");
const began = performance.now();
const { state, work } = engine.run(circuit, how);
// Compiling counts; taking memory does not, as with the others.
const seconds = (performance.now() - began) / 1000 - (work?.prepareSeconds ?? 0);
const outcome: Outcome = {
  seconds,
  compileSeconds: work?.compileSeconds ?? 0,
  ...(check === "true" && { state: checksum(state.re, state.im) }),
};
process.stdout.write(`${JSON.stringify(outcome)}\n`);
