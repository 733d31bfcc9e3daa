import type { Seed } from "../options/parse-value.ts";
import type { SpectralParameters } from "../run/leverage-request.ts";

/** The parameters of a run in two lines. */
export function parameterLines(
  {
    epsilon,
    delta,
    constant,
    bits,
    ...how
  }: SpectralParameters & { readonly method?: string; readonly draws?: number | null },
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
    ...(how.draws == null ? [] : [`${how.draws} draws`]),
  ];
  return [`  ε = ${epsilon}, δ = ${delta}, c = ${constant}${named}, seed ${seed}`, `  ${words.join(", ")}`];
}
