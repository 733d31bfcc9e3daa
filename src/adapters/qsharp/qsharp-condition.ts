import type { Condition } from "../../index.ts";

/** A condition on the classical bits `c` as an expression of Q#. */
export function qsharpCondition(condition: Condition): string {
  switch (condition.kind) {
    case "equals": {
      const bits = condition.bits.map(
        (bit, k) => `c[${bit}] == ${Math.floor(condition.value / 2 ** k) % 2 === 1 ? "One" : "Zero"}`,
      );
      return bits.length === 0 ? "true" : bits.join(" and ");
    }
    case "compare": {
      const bits = condition.bits.map((bit) => `c[${bit}]`).join(", ");
      return `Std.Convert.ResultArrayAsInt([${bits}]) ${condition.operator} ${condition.value}`;
    }
    case "not":
      return `not (${qsharpCondition(condition.of)})`;
    case "and":
    case "or":
      return `(${qsharpCondition(condition.left)}) ${condition.kind} (${qsharpCondition(condition.right)})`;
    case "xor":
      return `(${qsharpCondition(condition.left)}) != (${qsharpCondition(condition.right)})`;
    case "constant":
      return String(condition.value);
  }
}
