import { type GateName, gateOf } from "../gate-table.ts";
import { gateRules } from "./gate-rules.ts";
import type { GateRule } from "./rules/gate-rule.ts";

/** The gates that may be left, and how each other gate comes closer to them. */
export interface GateBasis {
  readonly gates: ReadonlySet<GateName>;
  /** The rule to apply to a gate, undefined for gates of the basis and for those that no rule leads to it. */
  rule(gate: GateName): GateRule | undefined;
}

/**
 * Finds for each gate of the table a rule that leads to the gates of a basis, in the fewest rounds.
 *
 * A gate is reached once all gates of one of its rules are; so following the rules always ends. Global phases are
 * always part of the basis.
 *
 * Errors: RangeError for a name that is not in the table.
 */
export function gateBasis(names: readonly GateName[]): GateBasis {
  for (const name of names) gateOf(name);
  const gates = new Set<GateName>([...names, "gphase"]);
  const reached = new Set<string>(gates);
  const rules = new Map<GateName, GateRule>();
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    // Gates of this round do not help each other, so that the shortest way is found.
    const found: GateName[] = [];
    for (const [gate, candidates] of Object.entries(gateRules) as [GateName, readonly GateRule[]][]) {
      if (reached.has(gate)) continue;
      const rule = candidates.find((candidate) =>
        candidate(...gateOf(gate).parameters.map(() => 1)).every(([name]) => reached.has(name)),
      );
      if (rule === undefined) continue;
      rules.set(gate, rule);
      found.push(gate);
    }
    for (const gate of found) reached.add(gate);
  }
  return { gates, rule: (gate) => rules.get(gate) };
}
