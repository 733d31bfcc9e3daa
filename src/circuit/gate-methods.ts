import type { Circuit } from "./circuit.ts";
import type { GateName } from "./gate-table.ts";
import { gateTable } from "./gate-table.ts";
import type { Gate } from "./gates/gate.ts";
import type { Parameter } from "./parameter.ts";

/** Argument names for editors, by how many there are. */
interface Angles {
  0: [];
  1: [angle: Parameter];
  2: [first: Parameter, second: Parameter];
  3: [theta: Parameter, phi: Parameter, lambda: Parameter];
  4: [theta: Parameter, phi: Parameter, lambda: Parameter, gamma: Parameter];
}
interface Qubits {
  "0/0": [];
  "0/1": [qubit: number];
  "0/2": [first: number, second: number];
  "0/3": [first: number, second: number, third: number];
  "0/4": [first: number, second: number, third: number, fourth: number];
  "1/2": [control: number, target: number];
  "1/3": [control: number, first: number, second: number];
  "2/3": [control0: number, control1: number, target: number];
  "3/4": [control0: number, control1: number, control2: number, target: number];
  "4/5": [control0: number, control1: number, control2: number, control3: number, target: number];
}
type Arguments<Record> =
  Record extends Gate<infer Count, infer Controls, infer Parameters>
    ? `${Controls}/${Count}` extends keyof Qubits
      ? Parameters["length"] extends keyof Angles
        ? [...Angles[Parameters["length"]], ...Qubits[`${Controls}/${Count}`]]
        : never
      : never
    : never;

/** One method for each gate of the table: the angles first, then the qubits. */
export type GateMethods = {
  [Name in GateName]: (...args: Arguments<(typeof gateTable)[Name]>) => Circuit;
};

/** The base class that carries the gate methods, written out by a loop over the table. */
export const WithGateMethods = class {} as unknown as new () => GateMethods;

for (const { name, parameters } of Object.values(gateTable)) {
  const count = parameters.length;
  Object.defineProperty(WithGateMethods.prototype, name, {
    value(this: Circuit, ...args: Parameter[]): Circuit {
      // Whether the qubits are numbers is checked with the operation. The rest array is fresh, so it may be kept.
      return count === 0
        ? this.gate(name as GateName, [], args as number[])
        : this.gate(name as GateName, args.slice(0, count), args.slice(count) as number[]);
    },
  });
}
