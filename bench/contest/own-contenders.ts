import { makeCompiledEngine, type StateVector } from "../../src/index.ts";
import { checksum } from "./checksum.ts";
import { childOutcome } from "./child-outcome.ts";
import type { Contender, Job, Outcome } from "./contender.ts";
import { startOf } from "./own-start.ts";

/** The engine of this library for a number of threads: warm in this process, and cold in a process for each run. */
export function ownContenders(threads: number, limit: number): Contender[] {
  return [warm(threads), cold(threads, limit)];
}

function warm(threads: number): Contender {
  const engine = makeCompiledEngine({ threads });
  // The last state, whose memory the next run of the same size takes.
  let kept: StateVector | undefined;
  return {
    name: "kronket",
    variant: "plain",
    bytesPerAmplitude: 16,
    threads,
    async measure({ circuit, qubits, start }: Job, check: boolean): Promise<Outcome> {
      if (kept?.qubits !== qubits) kept = undefined;
      const how = startOf(engine, qubits, start, kept);
      const began = performance.now();
      const { state, work } = engine.run(circuit, how);
      const whole = (performance.now() - began) / 1000;
      kept = state;
      const { prepareSeconds = 0, compileSeconds = 0 } = work ?? {};
      const outcome = { seconds: whole - prepareSeconds - compileSeconds, compileSeconds };
      return check ? { ...outcome, state: checksum(state.re, state.im) } : outcome;
    },
    close: () => {
      kept = undefined;
    },
  };
}

/** Compiling included: see cold-run.ts. */
function cold(threads: number, limit: number): Contender {
  return {
    name: "kronket cold",
    variant: "plain",
    bytesPerAmplitude: 16,
    threads,
    measure: ({ family, qubits, start }: Job, check: boolean) =>
      childOutcome("cold-run.ts", [family, `${qubits}`, start, `${threads}`, `${check}`], limit),
    close: () => {},
  };
}
