import type { Condition } from "../../circuit/condition.ts";
import { foldTree } from "../../circuit/fold-tree.ts";
import { asciiText, type Notation, signForms } from "./notation.ts";

/** How a list of classical bits is called: `c`, `c[2]`, `c[1..3]` or `(c[0], d[1])`. */
export type BitsName = (bits: readonly number[]) => string;

const longest = 120;

/**
 * Writes a condition on classical bits. In LaTeX notation the signs are math-mode commands and the names are as `name`
 * gives them.
 *
 * @example conditionText({ kind: "equals", bits: [0], value: 1 }, () => "c[0]", "unicode") // "c[0] = 1"
 */
export function conditionText(condition: Condition, name: BitsName, notation: Notation): string {
  const sign = (text: string) =>
    notation === "unicode" || text <= "~"
      ? text
      : notation === "ascii"
        ? asciiText(text)
        : (signForms(text)?.latex.trim() ?? text);
  return foldTree<Condition, { text: string; single: boolean }>(
    condition,
    (node) => {
      if (node.kind === "not") return [node.of];
      return "left" in node ? [node.left, node.right] : [];
    },
    (node, parts) => {
      const inner = (k: number) => (parts[k].single ? parts[k].text : `(${parts[k].text})`);
      let text: string;
      switch (node.kind) {
        case "constant":
          text = notation === "latex" ? `\\text{${node.value}}` : String(node.value);
          return { text, single: true };
        case "equals":
          text = `${name(node.bits)} = ${node.value}`;
          break;
        case "compare": {
          const operator = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "!=": "≠" }[node.operator];
          text = `${name(node.bits)} ${sign(operator)} ${node.value}`;
          break;
        }
        case "not":
          return { text: `${sign("¬")}${notation === "latex" ? " " : ""}(${parts[0].text})`, single: true };
        default: {
          const operator = sign({ and: "∧", or: "∨", xor: "⊕" }[node.kind]);
          text = `${inner(0)} ${operator} ${inner(1)}`;
        }
      }
      return text.length <= longest ? { text, single: false } : { text: sign("…"), single: true };
    },
  ).text;
}
