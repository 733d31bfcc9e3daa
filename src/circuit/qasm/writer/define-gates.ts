import type { Parameter } from "../../parameter.ts";
import type { Body, BodyStep, Call } from "./call.ts";
import { qasmExpression } from "./qasm-expression.ts";
import type { QasmNames } from "./qasm-names.ts";

/** A gate definition: all bodies that are the same but for numbers. */
interface Definition {
  readonly id: number;
  readonly bodies: Body[];
  name: string;
  /** Names of the parameters, where the steps of the body are written in them. */
  readonly formals: readonly string[] | undefined;
  /** For each number of a body, in order, which parameter stands for it; undefined where all bodies agree. */
  slots: readonly (number | undefined)[];
}

/** The gate definitions of a program, and how the gates are called. */
export interface Definitions {
  /** The definitions as text, each before it is used. */
  readonly texts: readonly string[];
  /** One call or barrier as text, without the semicolon. */
  stepText(step: BodyStep, qubitName: (qubit: number) => string): string;
}

/**
 * Turns the bodies that are called into gate definitions: the same steps once, numbers that differ as parameters.
 *
 * Bodies with one label that differ in numbers alone, such as rotations of one kind, share one definition; what is no
 * number is passed in too, because a definition sees no parameters but its own.
 */
export function defineGates(
  steps: readonly BodyStep[],
  names: QasmNames,
  nameOf: (parameter: string) => string,
): Definitions {
  const bodies = bodiesInOrder(steps);
  const definitions = new Map<Body, Definition>();
  const passed = new Map<Body, readonly Parameter[]>();
  const valuesOf = ({ target, parameters }: Call) =>
    typeof target === "string" ? parameters : (passed.get(target) ?? parameters);

  let count = 0;
  const heights = heightsOf(bodies);
  for (let height = 0; height <= Math.max(-1, ...heights.values()); height++) {
    const groups = new Map<string, Definition>();
    for (const body of bodies.filter((candidate) => heights.get(candidate) === height)) {
      const key = body.parameters === undefined ? skeleton(body, definitions) : `library ${body.label}`;
      const group = groups.get(key) ?? newDefinition(count++, body.parameters);
      group.bodies.push(body);
      groups.set(key, group);
      definitions.set(body, group);
    }
    for (const group of groups.values()) if (group.formals === undefined) fillSlots(group, valuesOf, passed);
  }

  const inOrder = [...new Set(bodies.map((body) => definitions.get(body) as Definition))];
  for (const definition of inOrder) definition.name = names.claim(definition.bodies[0].label, "gate");
  const qubitStem = names.freeStem(["q", "a", "qubit"]);
  const formalStem = names.freeStem(["p", "angle", "parameter"]);

  const stepText = (
    step: BodyStep,
    qubitName: (qubit: number) => string,
    valueText: (value: Parameter) => string,
  ): string => {
    if (step.kind === "barrier") return `barrier ${step.qubits.map(qubitName).join(", ")}`;
    const { target, inverse, controls, qubits } = step;
    const name = typeof target === "string" ? target : (definitions.get(target) as Definition).name;
    const values = valuesOf(step).map(valueText);
    const operands = [...controls.map(({ qubit }) => qubit), ...qubits].map(qubitName);
    const modifiers = `${controlText(controls)}${inverse ? "inv @ " : ""}`;
    const call = `${modifiers}${name}${values.length === 0 ? "" : `(${values.join(", ")})`}`;
    return operands.length === 0 ? call : `${call} ${operands.join(", ")}`;
  };

  const expression = (value: Parameter, name: (parameter: string) => string) =>
    qasmExpression(value, names.version, name);

  const definitionText = ({ name, bodies: [body], formals, slots }: Definition): string => {
    const used = formals ?? Array.from({ length: countSlots(slots) }, (_, k) => `${formalStem}${k}`);
    const qubits = Array.from({ length: body.qubits }, (_, k) => `${qubitStem}${k}`);
    let place = 0;
    const valueText = (value: Parameter) => {
      const slot = formals === undefined ? slots[place++] : undefined;
      return slot === undefined ? expression(value, (parameter) => parameter) : used[slot];
    };
    const lines = body.steps.map((step) => `  ${stepText(step, (k) => qubits[k], valueText)};`);
    const head = `gate ${name}${used.length === 0 ? "" : `(${used.join(", ")})`} ${qubits.join(", ")}`;
    return lines.length === 0 ? `${head} { }` : `${head} {\n${lines.join("\n")}\n}`;
  };

  return {
    texts: inOrder.map(definitionText),
    stepText: (step, qubitName) => stepText(step, qubitName, (value) => expression(value, nameOf)),
  };
}

/** All bodies that the steps call, at any depth, each once and after those that it calls itself. */
function bodiesInOrder(steps: readonly BodyStep[]): Body[] {
  const bodies = new Set<Body>();
  const visit = (list: readonly BodyStep[]) => {
    for (const step of list) {
      if (step.kind !== "call" || typeof step.target === "string" || bodies.has(step.target)) continue;
      visit(step.target.steps);
      bodies.add(step.target);
    }
  };
  visit(steps);
  return [...bodies];
}

/** How deeply bodies call others; a body comes after those that it calls. */
function heightsOf(bodies: readonly Body[]): Map<Body, number> {
  const heights = new Map<Body, number>();
  for (const body of bodies) {
    let height = 0;
    for (const step of body.steps) {
      if (step.kind === "call" && typeof step.target !== "string") {
        height = Math.max(height, 1 + (heights.get(step.target) as number));
      }
    }
    heights.set(body, height);
  }
  return heights;
}

function newDefinition(id: number, formals: readonly string[] | undefined): Definition {
  return { id, bodies: [], name: "", formals, slots: [] };
}

/** A body without its numbers. */
function skeleton({ label, qubits, steps }: Body, definitions: ReadonlyMap<Body, Definition>): string {
  const lines = steps.map((step) => {
    if (step.kind === "barrier") return `barrier ${step.qubits}`;
    const { target, inverse, controls, parameters } = step;
    const name = typeof target === "string" ? target : `#${definitions.get(target)?.id}`;
    return `${name} ${parameters.length} ${inverse} ${controls.map(({ qubit, value }) => `${qubit}=${value}`)} ${step.qubits}`;
  });
  return `${label}\n${qubits}\n${lines.join("\n")}`;
}

/** Finds the numbers in which the bodies of a definition differ, and what each body passes for them. */
function fillSlots(
  definition: Definition,
  valuesOf: (call: Call) => readonly Parameter[],
  passed: Map<Body, readonly Parameter[]>,
): void {
  const rows = definition.bodies.map(({ steps }) =>
    steps.flatMap((step) => (step.kind === "call" ? valuesOf(step) : [])),
  );
  const slotOf = new Map<string, number>();
  const representatives: number[] = [];
  definition.slots = rows[0].map((first, column) => {
    const fixed = typeof first === "number" && rows.every((row) => Object.is(row[column], first));
    if (fixed) return undefined;
    // Numbers that are equal in each body are one parameter.
    const key = rows.map((row) => keyOf(row[column])).join("\n");
    const slot = slotOf.get(key) ?? representatives.push(column) - 1;
    slotOf.set(key, slot);
    return slot;
  });
  definition.bodies.forEach((body, k) => {
    passed.set(
      body,
      representatives.map((column) => rows[k][column]),
    );
  });
}

function keyOf(value: Parameter): string {
  return typeof value === "number" ? String(value) : qasmExpression(value, 3, (name) => name);
}

function countSlots(slots: Definition["slots"]): number {
  return slots.reduce<number>((most, slot) => Math.max(most, (slot ?? -1) + 1), 0);
}

/** Controls as modifiers, neighbours of one sign together. */
function controlText(controls: Call["controls"]): string {
  let text = "";
  for (let from = 0; from < controls.length; ) {
    const { value } = controls[from];
    let to = from + 1;
    while (to < controls.length && controls[to].value === value) to++;
    const word = value === 1 ? "ctrl" : "negctrl";
    text += to - from === 1 ? `${word} @ ` : `${word}(${to - from}) @ `;
    from = to;
  }
  return text;
}
