import { LimitError } from "../errors/limit-error.ts";
import { checkQubits } from "./check-operation.ts";
import { Circuit } from "./circuit.ts";
import { expandOperation } from "./expand/expand-operation.ts";
import { type GateBasis, gateBasis } from "./expand/gate-basis.ts";
import { lowerControls } from "./expand/lower-controls.ts";
import { collectPhases, lowerToBasis } from "./expand/lower-to-basis.ts";
import { flattenOperation } from "./flatten-operation.ts";
import type { GateName } from "./gate-table.ts";
import { type GateSetName, gatesOfSet } from "./gates/gate-sets.ts";
import { isUnitary, type Operation, type UnitaryKindOperation } from "./operation.ts";
import { operationQubits } from "./operation-qubits.ts";

/** How far a circuit is expanded. */
export interface ExpandOptions {
  /** Whether gates keep added controls ("keep", default) or are written without any ("lower"). */
  readonly controls?: "keep" | "lower";
  /** The gates that may be left, by the name of a set or in a list, beside global phases; controls are lowered. All gates of the table unless given. */
  readonly basis?: GateSetName | readonly GateName[];
  /** Whether boxes are opened ("open", default) or stay, with expanded bodies, where they are under no control ("closed"). */
  readonly boxes?: "open" | "closed";
  /** Qubits that are |0⟩ and that nothing else uses: with b − 2 of them, b controls take 2b − 3 Toffoli gates. */
  readonly ancillas?: readonly number[];
}

/** Most steps that an expansion may write out. */
const mostSteps = 2 ** 23;

/**
 * Writes the first-class operations of a circuit as gates of the table; measurements and the like stay.
 *
 * - lookup: X on the output bits of each table entry, controlled by its input state;
 * - phaseOracle: a controlled phase for each marked state;
 * - reflectUniform: H, a multi-controlled phase, H, and the sign;
 * - qft: H, controlled phases, swaps;
 * - unitary: one-qubit gates under full control;
 * - box: what is inside.
 *
 * With a basis, the gates are written in its gates, and the global phases of a body become one.
 * The result acts like the circuit, phase included (with ancillas: as long as they are |0⟩, where they return to).
 *
 * Errors: RangeError for ancillas that the circuit uses itself, for a basis that cannot express some gate, and for a
 * parameter without a value where its number is needed; LimitError above 2^23 steps and above 20 controls without
 * ancillas.
 *
 * @example expand(new Circuit(2).qft([0, 1])) // h(1).cp(π/2, 0, 1).h(0).swap(0, 1)
 */
export function expand(circuit: Circuit, options: ExpandOptions = {}): Circuit {
  const { basis, ancillas = [], boxes = "open" } = options;
  const { controls = basis === undefined ? "keep" : "lower" } = options;
  checkOptions(controls, boxes, basis);
  checkAncillas(circuit, ancillas);
  const expansion = new Expansion(
    controls,
    boxes,
    basis === undefined ? undefined : gateBasis(gatesOfSet("expand", basis)),
    ancillas,
  );
  const { qubits, bits, operations, registers } = circuit;
  return new Circuit(qubits, bits, expansion.steps(operations), registers);
}

function checkOptions(controls: unknown, boxes: unknown, basis: unknown): void {
  if ((controls !== "keep" && controls !== "lower") || (basis !== undefined && controls !== "lower")) {
    throw new RangeError(
      `expand: expected controls to be ${basis === undefined ? "keep or lower" : "lower, as a basis needs"}, got ${String(controls)}; choose one.`,
    );
  }
  if (boxes !== "open" && boxes !== "closed") {
    throw new RangeError(`expand: expected boxes to be open or closed, got ${String(boxes)}; choose one.`);
  }
}

function checkAncillas(circuit: Circuit, ancillas: readonly number[]): void {
  checkQubits("expand", ancillas, circuit.qubits);
  if (ancillas.length === 0) return;
  const used = new Set(circuit.operations.filter(({ kind }) => kind !== "barrier").flatMap(operationQubits));
  const busy = ancillas.find((qubit) => used.has(qubit));
  if (busy !== undefined) {
    throw new RangeError(
      `expand: expected ancillas that nothing uses, got ${busy}; add qubits to the circuit.`,
    );
  }
}

class Expansion {
  /** Bodies of boxes that were expanded already. */
  readonly #bodies = new Map<readonly Operation[], readonly Operation[]>();
  #written = 0;

  constructor(
    readonly controls: "keep" | "lower",
    readonly boxes: "open" | "closed",
    readonly basis: GateBasis | undefined,
    readonly ancillas: readonly number[],
  ) {}

  /** Expands a body: a list of steps that happen one after the other. */
  steps(operations: readonly Operation[], ancillas = this.ancillas): Operation[] {
    const result: Operation[] = [];
    for (const operation of operations) {
      for (const step of this.#opened(operation)) {
        for (const written of this.#step(step, ancillas)) result.push(written);
      }
    }
    return this.basis === undefined ? result : collectPhases(result);
  }

  #opened(operation: Operation): readonly Operation[] {
    if (operation.kind !== "box") return [operation];
    return this.boxes === "closed" && operation.controls.length === 0
      ? [operation]
      : flattenOperation(operation);
  }

  #step(step: Operation, ancillas: readonly number[]): Operation[] {
    switch (step.kind) {
      case "conditional":
        return [
          {
            ...step,
            operations: this.steps(step.operations, ancillas),
            otherwise: this.steps(step.otherwise, ancillas),
          },
        ];
      case "while":
        return [{ ...step, operations: this.steps(step.operations, ancillas) }];
      case "box": {
        // The ancillas are no qubits of the body.
        const body = this.#bodies.get(step.operations) ?? this.steps(step.operations, []);
        this.#bodies.set(step.operations, body);
        return [{ ...step, operations: body }];
      }
      default:
        return isUnitary(step) ? this.#gates(step, ancillas) : [step];
    }
  }

  #gates(step: UnitaryKindOperation, ancillas: readonly number[]): Operation[] {
    const result: Operation[] = [];
    for (const gate of expandOperation(step)) {
      for (const plain of this.controls === "keep" ? [gate] : lowerControls(gate, ancillas)) {
        const written =
          this.basis === undefined || plain.kind !== "gate"
            ? [plain]
            : lowerToBasis(plain, this.basis, ancillas);
        for (const last of written) result.push(last);
      }
      if (this.#written + result.length > mostSteps) {
        throw new LimitError(
          "expand",
          mostSteps,
          this.#written + result.length,
          "steps",
          "use fewer controls or a smaller table",
        );
      }
    }
    this.#written += result.length;
    return result;
  }
}
