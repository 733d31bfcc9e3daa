import { type GateName, gateOf } from "../gate-table.ts";
import type { GateOperation, Operation } from "../operation.ts";
import { type Parameter, plus } from "../parameter.ts";
import type { GateBasis } from "./gate-basis.ts";
import { lowerControls } from "./lower-controls.ts";

/**
 * Writes a gate without added controls in the gates of a basis, global phases aside.
 *
 * A phase by a multiple of π/4 becomes z, s and t where the basis has them.
 *
 * Errors: RangeError for a gate that the basis cannot express.
 */
export function lowerToBasis(
  step: GateOperation,
  basis: GateBasis,
  ancillas: readonly number[],
): Operation[] {
  const named = namedPhase(step, basis);
  if (named !== undefined) return named;
  if (basis.gates.has(step.gate)) return [step];
  const rule = basis.rule(step.gate);
  if (rule !== undefined) {
    return rule(...step.parameters).flatMap(([gate, places, ...parameters]) =>
      lowerToBasis(
        plain(
          gate,
          parameters,
          places.map((place) => step.qubits[place]),
        ),
        basis,
        ancillas,
      ),
    );
  }
  const { base, controls } = gateOf(step.gate);
  if (controls < 3) {
    throw new RangeError(
      `expand: expected a basis that can express ${step.gate}, got ${[...basis.gates].join(", ")}; add cx and u, or h, t and rz.`,
    );
  }
  const under = step.qubits.slice(0, controls).map((qubit) => ({ qubit, value: 1 as const }));
  const core = plain(base as GateName, step.parameters, step.qubits.slice(controls));
  return lowerControls({ ...core, controls: under }, ancillas).flatMap((inner) =>
    inner.kind === "gate" ? lowerToBasis(inner, basis, ancillas) : [inner],
  );
}

/** The phases e^{ikπ/4} by name, k = 0, …, 7. */
const names: readonly (readonly GateName[])[] = [
  [],
  ["t"],
  ["s"],
  ["s", "t"],
  ["z"],
  ["z", "t"],
  ["sdg"],
  ["tdg"],
];

/** A p or rz by a multiple of π/4 as gates with names, if the basis has these. */
function namedPhase({ gate, parameters, qubits }: GateOperation, basis: GateBasis): Operation[] | undefined {
  const [angle] = parameters;
  if ((gate !== "p" && gate !== "u1" && gate !== "rz") || typeof angle !== "number") return undefined;
  const eighths = Math.round(angle / (Math.PI / 4));
  // Room for the rounding of the few operations by which an angle is made.
  if (Math.abs(angle - eighths * (Math.PI / 4)) > 4 * Number.EPSILON * Math.max(1, Math.abs(angle))) {
    return undefined;
  }
  const wanted = names[((eighths % 8) + 8) % 8];
  if (!wanted.every((name) => basis.gates.has(name))) return undefined;
  const steps = wanted.map((name) => plain(name, [], qubits));
  return gate === "rz" ? [...steps, plain("gphase", [-angle / 2], [])] : steps;
}

/** The same steps with all global phases collected into one at the end, none if they cancel. */
export function collectPhases(steps: readonly Operation[]): Operation[] {
  let number = 0;
  let open: Parameter = 0;
  const rest: Operation[] = [];
  for (const step of steps) {
    if (step.kind !== "gate" || step.gate !== "gphase" || step.controls.length > 0) rest.push(step);
    else {
      const [angle] = step.parameters;
      // Turns are taken off at every step, so that rounding does not grow with the sum.
      if (typeof angle === "number") number = withoutTurns(number + angle);
      else open = plus(open, angle);
    }
  }
  const phase = plus(open, number);
  return phase === 0 ? rest : [...rest, plain("gphase", [phase], [])];
}

function withoutTurns(angle: number): number {
  return angle - Math.round(angle / (2 * Math.PI)) * 2 * Math.PI;
}

function plain(gate: GateName, parameters: readonly Parameter[], qubits: readonly number[]): GateOperation {
  return { kind: "gate", gate, parameters, qubits, controls: [] };
}
