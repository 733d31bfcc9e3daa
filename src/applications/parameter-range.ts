import type { AnyParameter } from "./system.ts";

/** The values that a parameter takes, in words. */
export function parameterRange(parameter: AnyParameter): string {
  switch (parameter.kind) {
    case "integer":
      return `a whole number from ${parameter.least} to ${parameter.most}`;
    case "number":
      return `a number from ${parameter.least} to ${parameter.most}`;
    case "flag":
      return "true or false";
    case "choice":
      return `one of ${parameter.choices.join(", ")}`;
  }
}
