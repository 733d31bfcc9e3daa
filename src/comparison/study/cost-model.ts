import type { Label } from "../../oracles/ledger-entry.ts";

/**
 * What a method costs as a formula, with its source. Plain text: this folder never evaluates it (see the mathjs adapter).
 *
 * Variables are the numeric parameters of the family; `where` names parts of the formula, each of which may use the ones
 * before it. Logarithms are natural.
 */
export interface CostModel {
  /** As a figure names it. */
  readonly name: string;
  /** For example `5.7 sqrt(n s)`. */
  readonly expression: string;
  readonly where?: Readonly<Record<string, string>>;
  /** Which oracle use it counts. */
  readonly access: "classical" | "quantum" | "both";
  /** `asymptotic` drops constants: such a cost is shown and never compared with counts. */
  readonly label: Exclude<Label, "measured" | "unavailable">;
  /** The paper, such as `arXiv:2402.07027`, or `derived`. */
  readonly paper: string;
  /** Which statement of it, such as `Theorem 1.1`. */
  readonly theorem: string;
}
