import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { askHiddenDigits, findHiddenDigits } from "./hidden-digits.ts";
import { linearFormOracle } from "./linear-form-oracle.ts";

/** Qubits of the register and the value that hidden digits are looked for with. */
const mostRegisterQubits = 16;

/** Hidden digits: one quantum query against k classical ones. */
export function hideAndFind(k: number, p: number, random: RandomStream) {
  if ((k + 1) * Math.ceil(Math.log2(p)) > mostRegisterQubits) {
    return {
      probability: null,
      bill: [],
      notes: [`The search for hidden digits was left out: more than ${mostRegisterQubits} qubits.`],
    };
  }
  const secret = Array.from({ length: k }, () => random.integer(p));
  const [quantum, classical] = [new Ledger(), new Ledger()];
  for (const ledger of [quantum, classical]) ledger.enter("hidden digits");
  const found = findHiddenDigits(linearFormOracle(secret, { modulus: p, ledger: quantum }));
  const asked = askHiddenDigits(linearFormOracle(secret, { modulus: p, ledger: classical }));
  const isRight = secret.every((digit, j) => digit === found.digits[j] && digit === asked[j]);
  return {
    probability: isRight ? found.probability : 0,
    bill: [
      { method: "hidden digits, one query in superposition", ledger: quantum.entries(), work: null },
      { method: "hidden digits, one question a digit", ledger: classical.entries(), work: null },
    ],
    notes: [
      `A query gap, in another problem: ${k} hidden digits take 1 query of their linear form in superposition and ${k} without.`,
    ],
  };
}
