import { isParameterName } from "../../parameter.ts";
import type { NameSyntax } from "../syntax/statement.ts";
import { constant } from "./conditions.ts";
import { toFixedAngle } from "./convert.ts";
import type { Program } from "./program.ts";
import { float, type ScalarType, typeText, type Value } from "./value.ts";

/** The value of an input: what the options give; a float or angle without a value is a parameter of the circuit. */
export function inputValue(program: Program, { name, at }: NameSyntax, type: ScalarType): Value {
  const { inputs = {} } = program.options;
  const text = typeText(type);
  if (Object.hasOwn(inputs, name)) {
    const value = fitting(inputs[name], type);
    if (value !== undefined) return value;
    throw program.error(at, {
      code: "Q508",
      expected: `a value of type ${text} for the input ${name}`,
      got: String(inputs[name]),
      remedy: `pass inputs: { ${name}: … } with a fitting number`,
    });
  }
  const isReal = type.base === "float" || type.base === "angle";
  if (isReal && isParameterName(name)) return { kind: "symbol", parameter: { kind: "parameter", name } };
  throw program.error(at, {
    code: "Q508",
    expected: `a value for the input ${name} of type ${text}`,
    got: "none",
    remedy: isReal ? "rename it: the name has a meaning in expressions" : `pass inputs: { ${name}: … }`,
  });
}

/** The number as a value of the type, if it is one. */
function fitting(value: number, { base, size }: ScalarType): Value | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  if (base === "float") return float(value);
  if (base === "angle") return size === undefined ? float(value) : toFixedAngle(value, size);
  if (!Number.isSafeInteger(value)) return undefined;
  if (base === "bool")
    return value === 0 || value === 1 ? { kind: "truth", condition: constant(value === 1) } : undefined;
  if (base === "bit") {
    const width = size ?? 1;
    if (value < 0 || value >= 2 ** width) return undefined;
    const bits = Array.from({ length: width }, (_, k) =>
      constant(((BigInt(value) >> BigInt(k)) & 1n) === 1n),
    );
    return { kind: "bits", bits, single: size === undefined };
  }
  const width = size ?? 53;
  const least = base === "uint" ? 0 : -(2 ** (width - 1));
  const most = base === "uint" ? 2 ** width : 2 ** (width - 1);
  if (value < least || (value >= most && size !== undefined)) return undefined;
  return { kind: "number", base, value, ...(size !== undefined && { size }) };
}
