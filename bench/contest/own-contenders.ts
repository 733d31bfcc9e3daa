import { Circuit, type Engine, referenceEngine, type StateVector } from "../../src/index.ts";
import { checksum } from "./checksum.ts";
import type { Contender, Job, Outcome } from "./contender.ts";
import { fillStartState } from "./start-state.ts";

/** The engines of this library for a number of threads. */
export function ownContenders(threads: number): Contender[] {
  return threads === 1 ? [own(referenceEngine, "reference")] : [];
}

function own(engine: Engine, name: string): Contender {
  return {
    name,
    variant: "plain",
    bytesPerAmplitude: 16,
    threads: 1,
    async measure(job: Job, check: boolean): Promise<Outcome> {
      const initial = startState(engine, job);
      const began = performance.now();
      const { state } = engine.run(job.circuit, { initial, inPlace: true, memoryLimit: 2 ** 34 });
      const seconds = (performance.now() - began) / 1000;
      return check ? { seconds, state: checksum(state.re, state.im) } : { seconds };
    },
    close: () => {},
  };
}

function startState(engine: Engine, { qubits, start }: Job): StateVector {
  const { state } = engine.run(new Circuit(qubits), { memoryLimit: 2 ** 34 });
  if (start === "random") fillStartState(state.re, state.im);
  return state;
}
