import { choiceField, textField, wholeField } from "../../link/field.ts";
import { panelState } from "../../link/panel-state.ts";

/** The searches that can be followed: a chosen number of iterations, or a whole algorithm. */
export const searchMethods = ["grover", "unknown", "fixed-point"] as const;

export type SearchMethod = (typeof searchMethods)[number];

/** The state of the search explorer: 2^qubits positions, of which the first `marked` after a draw are marked. */
export const searchState = panelState({
  qubits: wholeField(5, 1, 8),
  marked: wholeField(1, 0, 256),
  iterations: wholeField(2, 0, 64),
  method: choiceField<SearchMethod>("grover", searchMethods),
  seed: textField("7"),
});
