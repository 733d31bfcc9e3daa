import type { BoxOperation, GateOperation, UnitaryKindOperation } from "../../operation.ts";

/** The operations that OpenQASM has no gate for. */
export type WideOperation = Exclude<UnitaryKindOperation, GateOperation | BoxOperation>;

/** What a gate for such an operation is called. */
export function wideLabel(operation: WideOperation): string {
  switch (operation.kind) {
    case "unitary":
    case "lookup":
      return operation.label ?? operation.kind;
    case "phaseOracle":
      return operation.label ?? "oracle";
    case "reflectUniform":
      return "reflect";
    case "qft":
      return `qft_${operation.qubits.length}`;
  }
}
