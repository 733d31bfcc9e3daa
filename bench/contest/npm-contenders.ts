import { childOutcome } from "./child-outcome.ts";
import type { Contender, Job } from "./contender.ts";

/** The simulators from npm; jsqubits is no dependency and takes part where bench/peers/.npm has it. */
export const npmPeers = ["quantum-circuit", "qsharp-lang", "jsqubits"] as const;

/** The simulators from npm, each run in a process of its own that ends at the limit of seconds. */
export function npmContenders(names: readonly (typeof npmPeers)[number][], limit: number): Contender[] {
  return names.map((name) => ({
    name,
    variant: "plain",
    bytesPerAmplitude: 16,
    threads: 1,
    measure: ({ family, qubits }: Job, check: boolean) =>
      childOutcome("npm-peer.ts", [name, family, `${qubits}`, `${check}`], limit),
    close: () => {},
  }));
}
