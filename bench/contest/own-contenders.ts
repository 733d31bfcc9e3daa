import { Circuit, makeCompiledEngine, type StateVector } from "../../src/index.ts";
import { checksum } from "./checksum.ts";
import type { Contender, Job, Outcome } from "./contender.ts";
import { fillStartState } from "./start-state.ts";

/** As much memory as any size of the bench needs. */
const memoryLimit = 2 ** 34;

/** The engines of this library for a number of threads. */
export function ownContenders(threads: number): Contender[] {
  const engine = makeCompiledEngine({ threads });
  // The last state, whose memory the next run of the same size takes.
  let kept: StateVector | undefined;
  return [
    {
      name: "kronket",
      variant: "plain",
      bytesPerAmplitude: 16,
      threads,
      async measure({ circuit, qubits, start }: Job, check: boolean): Promise<Outcome> {
        if (kept?.qubits !== qubits) kept = undefined;
        kept ??= engine.run(new Circuit(qubits), { memoryLimit }).state;
        if (start === "random") fillStartState(kept.re, kept.im);
        const how = start === "random" ? { initial: kept, inPlace: true } : { reuse: kept };
        const began = performance.now();
        const { state, work } = engine.run(circuit, { memoryLimit, ...how });
        const whole = (performance.now() - began) / 1000;
        kept = state;
        const { prepareSeconds = 0, compileSeconds = 0 } = work ?? {};
        const outcome = { seconds: whole - prepareSeconds - compileSeconds, compileSeconds };
        return check ? { ...outcome, state: checksum(state.re, state.im) } : outcome;
      },
      close: () => {
        kept = undefined;
      },
    },
  ];
}
