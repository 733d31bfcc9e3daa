import { gateOf } from "../../circuit/gate-table.ts";
import type { Operation } from "../../circuit/operation.ts";
import type { LayoutSymbol } from "./layout-types.ts";
import { coreName } from "./operation-label.ts";

/** How an operation is drawn: its symbol, its qubits without controls, and all its controls. */
export interface OperationShape {
  readonly symbol: LayoutSymbol;
  readonly targets: readonly number[];
  readonly controls: readonly { readonly qubit: number; readonly value: 0 | 1 }[];
}

const phases = new Set(["p", "u1", "phase"]);

/** The symbol of an operation, its qubits without controls, and all its controls, those of named gates included. */
export function operationShape(operation: Operation): OperationShape {
  switch (operation.kind) {
    case "gate": {
      const own = gateOf(operation.gate).controls;
      const named = operation.qubits.slice(0, own).map((qubit) => ({ qubit, value: 1 as const }));
      const controls = [...named, ...operation.controls];
      const targets = operation.qubits.slice(own);
      const core = coreName(operation.gate);
      if (core === "gphase")
        return { symbol: controls.length === 0 ? "globalPhase" : "phase", targets, controls };
      if (core === "swap") return { symbol: "swap", targets, controls };
      if (controls.length > 0) {
        if (core === "x") return { symbol: "not", targets, controls };
        if (core === "z") return { symbol: "dots", targets, controls };
        if (phases.has(core)) return { symbol: "phase", targets, controls };
      }
      return { symbol: "box", targets, controls };
    }
    case "lookup":
      return {
        symbol: "box",
        targets: [...operation.inputs, ...operation.outputs],
        controls: operation.controls,
      };
    case "measure":
    case "reset":
      return { symbol: operation.kind, targets: [operation.qubit], controls: [] };
    case "barrier":
      return { symbol: "barrier", targets: operation.qubits, controls: [] };
    case "assign":
      return { symbol: "assign", targets: [], controls: [] };
    case "conditional":
    case "while":
      return { symbol: "box", targets: [], controls: [] };
    default:
      return { symbol: "box", targets: operation.qubits, controls: operation.controls };
  }
}
