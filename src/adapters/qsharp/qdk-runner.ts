import { measuredCircuit, type Runner, requireShots } from "../../index.ts";
import { loadQdk, type QdkOptions } from "./load-qdk.ts";
import { qdkCounts } from "./qdk-counts.ts";
import { toQsharp } from "./to-qsharp.ts";

/**
 * Microsoft's QDK as a runner: the circuit goes there as Q# and is run shot after shot on its sparse simulator.
 *
 * QDK takes no seed, so `random` decides nothing here and two runs differ.
 *
 * Errors: as `toQsharp` and `loadQdk`; rejects with the signal's reason when stopped between two batches of shots.
 *
 * @example await qdkRunner().run(new Circuit(1).h(0).measure(0), { shots: 100, random })
 */
export function qdkRunner(options: QdkOptions = {}): Runner {
  return {
    name: "qdk",
    async run(circuit, { shots, signal }) {
      requireShots("qdkRunner", shots);
      signal?.throwIfAborted();
      const program = toQsharp(measuredCircuit(circuit));
      const qdk = await loadQdk(options);
      const source = {
        sources: [["circuit.qs", program] as [string, string]],
        projectType: "qsharp" as const,
      };
      return { shots, counts: await qdkCounts("qdkRunner", qdk, source, shots, signal) };
    },
  };
}
