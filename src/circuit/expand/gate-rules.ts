import type { GateRules } from "./rules/gate-rule.ts";
import { manyQubitRules } from "./rules/many-qubit-rules.ts";
import { oneQubitRules } from "./rules/one-qubit-rules.ts";
import { twoQubitRules } from "./rules/two-qubit-rules.ts";

/**
 * Ways to write the gates of the table as others, the shorter first. With them, CNOT or CZ, and enough one-qubit gates
 * every gate can be reached, except for those under three and more controls.
 *
 * Source: Barenco et al., quant-ph/9503016.
 */
export const gateRules: GateRules = { ...oneQubitRules, ...twoQubitRules, ...manyQubitRules };
