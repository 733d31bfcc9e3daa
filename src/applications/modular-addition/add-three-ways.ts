import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { MethodBill } from "../system.ts";
import { WorkCount } from "../work-count.ts";
import { networkScores } from "./addition-network.ts";
import { digitOracle, directSum } from "./digit-oracle.ts";
import { fourierSum } from "./fourier-sum.ts";

/** One input added three ways: by reading and adding, by the network, by Fourier phases. */
export function addThreeWays(
  k: number,
  p: number,
  network: Parameters<typeof networkScores>[0],
  random: RandomStream,
) {
  const stream = random.split("digits");
  const digits = Array.from({ length: k }, () => stream.integer(p));
  const [direct, weights, phases] = [new Ledger(), new Ledger(), new Ledger()];
  for (const ledger of [direct, weights, phases]) ledger.enter("one sum");
  const sum = directSum(digitOracle(digits, { modulus: p, ledger: direct }));
  const work = new WorkCount();
  const scores = networkScores(network, digits, { ledger: weights, work });
  const scored = scores.indexOf(Math.max(...scores));
  const quantum = fourierSum(digitOracle(digits, { modulus: p, ledger: phases }));
  if (scored !== sum || quantum.sum !== sum) {
    throw new Error(
      `modular-addition: expected ${sum} from all methods, got ${scored} from the network and ${quantum.sum} from the phases; this is a fault of the program.`,
    );
  }
  const bill: MethodBill[] = [
    { method: "direct sum", ledger: direct.entries(), work: { flops: k - 1, peakWords: 1 } },
    { method: "constructed network", ledger: weights.entries(), work: work.counted() },
    { method: "Fourier adder", ledger: phases.entries(), work: null },
  ];
  return { digits, sum, bill };
}
