import { InvalidArgumentError } from "commander";
import type { GateName, GateSetName } from "../../index.ts";

/** A gate set by name, or a list of gates. */
export type GateSetChoice = GateSetName | readonly GateName[];

/** The gate sets of the library; here by hand, so that a help text does not load the library. */
export const gateSetNames = ["clifford+t", "u+cx", "rz+sx+cx"] as const satisfies readonly GateSetName[];

/** The name of a gate set, or names of gates with commas between them; whether there are such gates is seen later. */
export function parseGateSet(text: string): GateSetChoice {
  const set = gateSetNames.find((name) => name === text);
  if (set !== undefined) return set;
  const names = text.split(",").map((name) => name.trim());
  const wrong = names.find((name) => !/^[a-z]\w*$/i.test(name));
  if (wrong === undefined) return names as GateName[];
  throw new InvalidArgumentError(
    `Expected ${gateSetNames.join(", ")} or a list of gates such as h,t,cx, got ${JSON.stringify(text)}.`,
  );
}

/** What a gate set is called in a report. */
export function gateSetName(set: GateSetChoice): string {
  return typeof set === "string" ? set : set.join(",");
}
