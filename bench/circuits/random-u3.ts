import type { Circuit, RandomStream } from "../../src/index.ts";

/** Adds a gate U(θ, φ, λ) with uniform angles, θ in [0, π) and φ, λ in [−π, π), on every qubit. */
export function randomU3(circuit: Circuit, random: RandomStream): Circuit {
  let result = circuit;
  for (let q = 0; q < circuit.qubits; q++) {
    const theta = random.uniform() * Math.PI;
    const [phi, lambda] = [0, 1].map(() => (2 * random.uniform() - 1) * Math.PI);
    result = result.u(theta, phi, lambda, q);
  }
  return result;
}
