import { foldTree } from "../fold-tree.ts";
import { isParameterName, type Parameter } from "../parameter.ts";
import { isBinaryOperator, isUnaryOperator } from "./apply-operator.ts";
import { partsOf } from "./fold-parameter.ts";

/**
 * Checks a parameter: a finite number, or an expression of known operators, sound names and finite numbers.
 *
 * Errors: RangeError that names the operation; TypeError for what is neither number nor expression.
 */
export function checkParameter(subject: string, parameter: Parameter): void {
  if (typeof parameter === "number") checkNode(subject, parameter);
  else {
    foldTree<Parameter, undefined>(
      parameter,
      (node) => {
        checkNode(subject, node);
        return partsOf(node);
      },
      () => undefined,
    );
  }
}

/** Checks one node; its parts are checked when they are reached. */
function checkNode(subject: string, node: Parameter): void {
  if (typeof node === "number") {
    if (Number.isFinite(node)) return;
    throw new RangeError(
      `${subject}: expected a finite angle in radians, got ${node}; check where it comes from.`,
    );
  }
  const kind: unknown = typeof node === "object" && node !== null ? node.kind : undefined;
  if (kind !== "parameter" && kind !== "unary" && kind !== "binary") {
    const got = typeof node === "object" && node !== null ? `an object of kind ${kind}` : String(node);
    throw new TypeError(
      `${subject}: expected an angle as a number or an expression, got ${got}; pass radians or parameter(name).`,
    );
  }
  if (node.kind === "parameter") {
    if (typeof node.name === "string" && isParameterName(node.name)) return;
    throw new RangeError(
      `${subject}: expected a name of letters, digits and _ that means nothing else, got ${JSON.stringify(node.name)}; use parameter(name).`,
    );
  }
  const known = node.kind === "unary" ? isUnaryOperator(node.operator) : isBinaryOperator(node.operator);
  if (!known) {
    throw new RangeError(
      `${subject}: expected an operator of expressions, got ${JSON.stringify(node.operator)}; see Expression.`,
    );
  }
}
