import { Circuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const key = [0, 1, 2, 3];
const logit = [4, 5, 6];
/** The logits of sixteen keys in steps of a half; four keys are heavy: 4 or more, the high bit. */
const logits = [1, 3, 0, 6, 2, 1, 4, 0, 3, 2, 7, 1, 0, 2, 3, 5];
const heavy = logits.flatMap((value, k) => (value >= 4 ? [k] : []));

const read = new Circuit(7).lookup({ inputs: key, outputs: logit, table: logits, label: "keys" });

let circuit = Circuit.withRegisters(
  [
    ["key", 4],
    ["logit", 3],
  ],
  [["found", 4]],
)
  .onEach("h", key)
  .append(read) // compute the logits: one query of the keys
  .z(logit[2]) // heavy ones change their sign
  .append(read) // uncompute: the second query
  .reflectUniform(key);
key.forEach((qubit) => {
  circuit = circuit.measure(qubit);
});

export const program: Program = {
  title: "Heavy keys of one attention row",
  explanation:
    "Which keys have a large logit? Computed, compared with a threshold and uncomputed, the logits mark four keys of sixteen, and one Grover iteration then shows a heavy key for certain. Two queries find one; finding all four, each checked, takes about eighteen, more than reading the sixteen keys.",
  source:
    "Grover, quant-ph/9605043; Boyer, Brassard, Høyer and Tapp, quant-ph/9605034, section 2 (a quarter marked)",
  circuit,
  expect: [
    {
      kind: "counts",
      law: Object.fromEntries(heavy.map((k) => [k.toString(2).padStart(4, "0"), 1 / heavy.length])),
    },
  ],
};
