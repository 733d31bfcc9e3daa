import { gateOf } from "../../circuit/gate-table.ts";
import type { Operation } from "../../circuit/operation.ts";
import { angleText } from "./angle-text.ts";
import { latexText } from "./latex-text.ts";
import { asciiText, type Notation, singleLine } from "./notation.ts";
import { parameterText } from "./parameter-text.ts";

/** What stands in or beside the symbol of an operation. */
export interface OperationLabel {
  readonly name: string;
  /** The angles, separated by commas; empty if there are none. */
  readonly detail: string;
}

/** A name in parts: √ before, a base, lowered letters, † after. */
interface GateSign {
  readonly base: string;
  readonly lowered?: string;
  readonly root?: boolean;
  readonly dagger?: boolean;
}

const gateSigns: Readonly<Record<string, GateSign>> = {
  id: { base: "I" },
  sx: { base: "X", root: true },
  sxdg: { base: "X", root: true, dagger: true },
  sqrtx: { base: "X", root: true },
  sqrtxdg: { base: "X", root: true, dagger: true },
  rx: { base: "R", lowered: "x" },
  ry: { base: "R", lowered: "y" },
  rz: { base: "R", lowered: "z" },
  rxx: { base: "R", lowered: "xx" },
  ryy: { base: "R", lowered: "yy" },
  rzz: { base: "R", lowered: "zz" },
  rzx: { base: "R", lowered: "zx" },
  iswap: { base: "iSWAP" },
  iswapdg: { base: "iSWAP", dagger: true },
  xx_plus_yy: { base: "XX+YY" },
  xx_minus_yy: { base: "XX−YY" },
  gphase: { base: "phase" },
};

/** The name of the gate that the controls of a named controlled gate act on: `x` of `ccx` and `c3x`. */
export function coreName(name: string): string {
  const { controls } = gateOf(name);
  if (controls === 0) return name;
  const core = name.replace(new RegExp(`^(?:c{${controls}}|c${controls}|mc)`), "");
  return core === "" ? name : core;
}

/** The label of an operation; for named controlled gates that of the gate under the controls. */
export function operationLabel(operation: Operation, notation: Notation): OperationLabel {
  switch (operation.kind) {
    case "gate":
      return {
        name: gateSign(coreName(operation.gate), notation),
        detail: operation.parameters.map((angle) => parameterText(angle, notation)).join(", "),
      };
    case "unitary":
      return { name: freeLabel(operation.label ?? "U", notation), detail: "" };
    case "lookup":
      return { name: freeLabel(operation.label ?? "look-up", notation), detail: "" };
    case "phaseOracle":
      return {
        name: freeLabel(operation.label ?? "oracle", notation),
        detail: Math.abs(operation.phase) === Math.PI ? "" : angleText(operation.phase, notation),
      };
    case "reflectUniform":
      return reflectionLabel(operation.alpha, notation);
    case "qft":
      return { name: gateText({ base: "QFT", dagger: operation.inverse }, notation), detail: "" };
    case "box":
      return { name: freeLabel(operation.label, notation), detail: "" };
    case "reset":
      return { name: { unicode: "|0⟩", ascii: "|0>", latex: "\\ket{0}" }[notation], detail: "" };
    case "measure":
      return { name: "M", detail: "" };
    default:
      return { name: "", detail: "" };
  }
}

function gateSign(name: string, notation: Notation): string {
  if (Object.hasOwn(gateSigns, name)) return gateText(gateSigns[name], notation);
  const dagger = name.endsWith("dg");
  return gateText({ base: (dagger ? name.slice(0, -2) : name).toUpperCase(), dagger }, notation);
}

function gateText({ base, lowered = "", root, dagger }: GateSign, notation: Notation): string {
  switch (notation) {
    case "unicode":
      return (root ? "√" : "") + base + lowered + (dagger ? "†" : "");
    case "ascii":
      return (root ? "S" : "") + asciiText(base) + lowered + (dagger ? "dg" : "");
    default: {
      const letters = base.length === 1 ? base : `\\text{${latexText(base)}}`;
      const text = root ? `\\sqrt{${letters}}` : letters;
      return text + (lowered === "" ? "" : `_{${lowered}}`) + (dagger ? "^{\\dagger}" : "");
    }
  }
}

function freeLabel(label: string, notation: Notation): string {
  const line = singleLine(label) || "?";
  if (notation === "unicode") return line;
  return notation === "ascii"
    ? asciiText(line)
    : line.length === 1 && /[A-Za-z]/.test(line)
      ? line
      : `\\text{${latexText(line)}}`;
}

function reflectionLabel(alpha: number, notation: Notation): OperationLabel {
  const detail = Math.abs(alpha) === Math.PI ? "" : angleText(alpha, notation);
  const name = { unicode: "2|s⟩⟨s| − 1", ascii: "2|s><s| - 1", latex: "2\\ket{s}\\bra{s} - 1" }[notation];
  const general = { unicode: "refl |s⟩", ascii: "refl |s>", latex: "\\text{refl}\\ket{s}" }[notation];
  return { name: detail === "" ? name : general, detail };
}
