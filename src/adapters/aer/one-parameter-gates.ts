import { Circuit, expand, gateTable, type Operation } from "../../index.ts";

/** The gates with several parameters that Qiskit's own stdgates.inc has, so that no program defines them. */
const builtIn = new Set(["u", "u2", "u3"]);
/** What the others are written in. */
const basis = ["rx", "ry", "rz", "h", "s", "sdg", "sx", "sxdg", "cx"] as const;

/**
 * A circuit of gates only, none of which an OpenQASM 3 program has to define with more than one parameter.
 *
 * Qiskit's reader of OpenQASM 3 (qiskit-qasm3-import 0.6.0) hands the arguments of a defined gate over in the
 * alphabetical order of its parameters: `gate g(theta, phi)` called with (0.3, 0.7) gets theta = 0.7.
 */
export function oneParameterGates(circuit: Circuit): Circuit {
  const { qubits, bits, operations, registers } = expand(circuit);
  return new Circuit(qubits, bits, operations.flatMap(rewrite), registers);
}

function rewrite(step: Operation): readonly Operation[] {
  if (step.kind === "conditional") {
    return [
      { ...step, operations: step.operations.flatMap(rewrite), otherwise: step.otherwise.flatMap(rewrite) },
    ];
  }
  if (step.kind === "while") return [{ ...step, operations: step.operations.flatMap(rewrite) }];
  if (step.kind !== "gate" || step.parameters.length < 2 || builtIn.has(gateTable[step.gate].base))
    return [step];
  const bare = new Circuit(Math.max(...step.qubits) + 1, 0, [{ ...step, controls: [] }]);
  return expand(bare, { basis }).operations.map((inner) =>
    "controls" in inner ? { ...inner, controls: [...inner.controls, ...step.controls] } : inner,
  );
}
