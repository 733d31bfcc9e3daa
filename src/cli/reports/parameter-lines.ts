import type { SketchParameters } from "../../index.ts";
import type { Seed } from "../options/parse-value.ts";

/** The parameters of a run in two lines. */
export function parameterLines(
  { epsilon, delta, constant, bits, ...how }: Omit<SketchParameters, "method"> & { readonly method?: string },
  seed: Seed,
): string[] {
  const named = constant === 3 ? " (rigorous)" : constant === 1 ? " (practical, no proof)" : "";
  const words = [
    `level ${how.level}`,
    ...(how.method === undefined ? [] : [`method ${how.method}`]),
    `search ${how.search}`,
    `search certificate ${how.certificate}`,
    `fallback ${how.fallback}`,
    ...(bits === null ? [] : [`${bits} bits`]),
  ];
  return [`  ε = ${epsilon}, δ = ${delta}, c = ${constant}${named}, seed ${seed}`, `  ${words.join(", ")}`];
}
