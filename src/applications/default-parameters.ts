import type { System } from "./system.ts";

/** The default of every parameter of a system. */
export function defaultParameters<Parameters extends object>(
  parameters: System<Parameters, object>["parameters"],
): Parameters {
  const defaults: Partial<Parameters> = {};
  for (const key in parameters)
    defaults[key] = (parameters[key] as { readonly default: Parameters[typeof key] }).default;
  return defaults as Parameters;
}
