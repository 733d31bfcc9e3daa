import type { ChannelStep, DepolarizeStep } from "../program/step.ts";
import { amplitudeDamping, phaseDamping } from "./damping.ts";
import { depolarizing } from "./depolarizing.ts";
import type { KrausChannel } from "./kraus-channel.ts";
import type { NoiseModel } from "./noise-model.ts";

/**
 * What happens after a gate on some qubits, for a checked noise model. Channels are made once.
 *
 * Depolarizing on up to two qubits is a channel of Pauli strings; on more, a step of its own, since 4^k operators are many.
 */
export function noiseAfterGate(
  noise: NoiseModel,
): (qubits: readonly number[]) => (ChannelStep | DepolarizeStep)[] {
  const rates =
    typeof noise.depolarizing === "object"
      ? noise.depolarizing
      : { oneQubit: noise.depolarizing ?? 0, twoQubit: noise.depolarizing ?? 0 };
  const one = depolarizing(rates.oneQubit);
  const two = depolarizing(rates.twoQubit, 2);
  const each: KrausChannel[] = [...(noise.channels ?? [])];
  if (noise.phaseDamping) each.unshift(phaseDamping(noise.phaseDamping));
  if (noise.amplitudeDamping) each.unshift(amplitudeDamping(noise.amplitudeDamping));

  return (qubits) => {
    const steps: (ChannelStep | DepolarizeStep)[] = [];
    if (qubits.length === 0) return steps;
    const probability = qubits.length === 1 ? rates.oneQubit : rates.twoQubit;
    if (probability > 0) {
      if (qubits.length > 2) steps.push({ kind: "depolarize", probability, qubits });
      else steps.push({ kind: "channel", channel: qubits.length === 1 ? one : two, qubits });
    }
    for (const channel of each) {
      for (const qubit of qubits) steps.push({ kind: "channel", channel, qubits: [qubit] });
    }
    return steps;
  };
}
