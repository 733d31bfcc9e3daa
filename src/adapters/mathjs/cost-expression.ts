import {
  type ConstantNode,
  derivative,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  parse,
  type SymbolNode,
} from "mathjs";
import type { CostModel } from "../../index.ts";

/** A cost formula that can be evaluated, differentiated and printed. */
export interface CostExpression {
  /** The variables that a value needs. */
  readonly variables: readonly string[];
  /**
   * Its value at some parameters. Errors: RangeError for a missing variable and for a value that is no finite number.
   */
  evaluate(parameters: Readonly<Record<string, number>>): number;
  /** ∂/∂variable, with parts of the formula written out. */
  derivative(variable: string): CostExpression;
  /** As LaTeX; parts of the formula follow it as equations. */
  toLatex(): string;
  toString(): string;
}

/** What may be called. Nothing that reads, writes, creates or imports. */
const functions = new Set([
  "sqrt",
  "log",
  "log2",
  "log10",
  "exp",
  "erf",
  "min",
  "max",
  "abs",
  "floor",
  "ceil",
]);
const constants = new Set(["pi", "e"]);
const longest = 2000;

/**
 * Parses a cost formula: numbers, variables, + − * / ^, brackets, and sqrt, log (natural), log2, log10, exp, erf, min, max, abs,
 * floor, ceil. Anything else is refused before it is evaluated, so that the text may come from anywhere.
 *
 * `where` names parts of the formula, each of which may use the ones before it.
 *
 * Errors: RangeError for text that is no formula, names what is not allowed in it.
 *
 * @example costExpression({ expression: "sqrt(n d) / epsilon" }).evaluate({ n: 16, d: 4, epsilon: 0.5 }) // 16
 */
export function costExpression({
  expression,
  where = {},
}: Pick<CostModel, "expression" | "where">): CostExpression {
  const parts = new Map<string, MathNode>();
  for (const [name, text] of Object.entries(where)) {
    if (!/^[a-zA-Z]\w*$/.test(name)) {
      throw new RangeError(
        `costExpression: expected a name for a part, got ${JSON.stringify(name)}; use letters, digits and _.`,
      );
    }
    parts.set(name, written(parsed(text), parts));
  }
  const short = parsed(expression);
  const definitions = Object.entries(where).map(([name, text]) => ({ name, node: parsed(text) }));
  return made(written(short, parts), short, definitions);
}

function made(
  full: MathNode,
  short: MathNode,
  definitions: readonly { readonly name: string; readonly node: MathNode }[],
): CostExpression {
  const code = full.compile();
  const variables = variablesOf(full);
  return {
    variables,
    evaluate(parameters) {
      const missing = variables.find((name) => typeof parameters[name] !== "number");
      if (missing !== undefined) {
        throw new RangeError(
          `costExpression: expected values for ${variables.join(", ")}, got none for ${missing}; pass a number.`,
        );
      }
      const value: unknown = code.evaluate(
        Object.fromEntries(variables.map((name) => [name, parameters[name]])),
      );
      if (typeof value === "number" && Number.isFinite(value)) return value;
      throw new RangeError(
        `costExpression: expected a finite value of ${short.toString()}, got ${String(value)}; these parameters are outside its range.`,
      );
    },
    derivative(variable) {
      const node = derivative(full, variable);
      return made(node, node, []);
    },
    toLatex: () =>
      [
        short.toTex(latexOptions),
        ...definitions.map(({ name, node }) => `${latexName(name)} = ${node.toTex(latexOptions)}`),
      ].join(", \\quad "),
    toString: () =>
      [short.toString(), ...definitions.map(({ name, node }) => `${name} = ${node.toString()}`)].join(", "),
  };
}

const latexOptions = {
  handler: (node: MathNode) =>
    node.type === "SymbolNode" ? latexName((node as SymbolNode).name) : undefined,
};

const greek = new Set([
  "alpha",
  "beta",
  "gamma",
  "delta",
  "epsilon",
  "kappa",
  "lambda",
  "mu",
  "rho",
  "sigma",
  "tau",
  "pi",
]);

/** A name as LaTeX: Greek letters by name, words upright, what follows _ as subscript. */
function latexName(name: string): string {
  const [base, ...below] = name.split("_");
  const word = (text: string) =>
    text === "epsilon"
      ? "\\varepsilon"
      : greek.has(text)
        ? `\\${text}`
        : text.length > 1
          ? `\\mathrm{${text}}`
          : text;
  return below.length === 0 ? word(base) : `${word(base)}_{${below.map(word).join(",")}}`;
}

function parsed(text: string): MathNode {
  if (text.length > longest) {
    throw new RangeError(
      `costExpression: expected at most ${longest} characters, got ${text.length}; write it shorter.`,
    );
  }
  let node: MathNode;
  try {
    node = parse(text);
  } catch (error) {
    throw new RangeError(
      `costExpression: expected a formula, got ${JSON.stringify(text)} (${(error as Error).message}); check its brackets and operators.`,
      { cause: error },
    );
  }
  node.traverse((inner, path) => requireAllowed(inner, path));
  return node;
}

function requireAllowed(node: MathNode, path: string): void {
  const got = refused(node, path);
  if (got === undefined) return;
  throw new RangeError(
    `costExpression: expected numbers, variables, + − * / ^ and ${[...functions].join(", ")}, got ${got}; write a * (b + c) for a product with brackets.`,
  );
}

/** What of a formula is not allowed, in words. */
function refused(node: MathNode, path: string): string | undefined {
  switch (node.type) {
    case "ConstantNode":
      return typeof (node as ConstantNode).value === "number" ? undefined : `the value ${node.toString()}`;
    case "ParenthesisNode":
      return undefined;
    case "SymbolNode": {
      // The name of a function is a symbol too.
      const { name } = node as SymbolNode;
      const isVariable = /^[a-zA-Z]\w*$/.test(name) && !functions.has(name);
      return path === "fn" || isVariable ? undefined : `the name ${name} alone`;
    }
    case "OperatorNode": {
      const { op } = node as OperatorNode;
      return ["+", "-", "*", "/", "^"].includes(op) ? undefined : `the operator ${op}`;
    }
    case "FunctionNode": {
      const { fn } = node as FunctionNode;
      return fn.type === "SymbolNode" && functions.has(fn.name) ? undefined : `the function ${fn.toString()}`;
    }
    default:
      return `a ${node.type}`;
  }
}

/** The formula with its named parts written out. */
function written(node: MathNode, parts: ReadonlyMap<string, MathNode>): MathNode {
  return node.transform((inner, path) => {
    if (inner.type !== "SymbolNode" || path === "fn") return inner;
    return parts.get((inner as SymbolNode).name) ?? inner;
  });
}

function variablesOf(node: MathNode): string[] {
  const names = new Set<string>();
  node.traverse((inner, path) => {
    if (inner.type !== "SymbolNode" || path === "fn") return;
    const { name } = inner as SymbolNode;
    if (!constants.has(name)) names.add(name);
  });
  return [...names];
}
