import { choiceField, numbersField, textField, wholeField } from "../../link/field.ts";
import { panelState } from "../../link/panel-state.ts";

/** What can be looked at after a step. */
export const circuitViews = ["disks", "probabilities", "bloch", "entanglement", "table", "samples"] as const;

export type CircuitView = (typeof circuitViews)[number];

/** The program that the panel opens with: an entangled pair and a rotation to play with. */
const opening = `OPENQASM 3.0;
include "stdgates.inc";
input float theta;
qubit[3] q;
h q[0];
cx q[0], q[1];
ry(theta) q[2];
ctrl @ z q[1], q[2];
`;

/** The most steps that a link may name; a program has fewer. */
const mostSteps = 2 ** 31;

/** The state of the circuit studio. A step of −1 is the end of the circuit. */
export const circuitState = panelState({
  program: textField(opening),
  values: numbersField({ theta: 1.2 }),
  step: wholeField(-1, -1, mostSteps),
  view: choiceField<CircuitView>("disks", circuitViews),
  seed: textField("7"),
  shots: wholeField(1000, 0, 1_000_000),
});
