import type { Circuit } from "./circuit.ts";
import type { GateName } from "./gate-table.ts";
import { gateTable } from "./gate-table.ts";
import type { Gate } from "./gates/gate.ts";

/** Argument names for editors, by how many there are. */
interface Angles {
  0: [];
  1: [angle: number];
  2: [phi: number, lambda: number];
  3: [theta: number, phi: number, lambda: number];
  4: [theta: number, phi: number, lambda: number, gamma: number];
}
interface Qubits {
  "0/0": [];
  "0/1": [qubit: number];
  "0/2": [first: number, second: number];
  "1/2": [control: number, target: number];
  "1/3": [control: number, first: number, second: number];
  "2/3": [control0: number, control1: number, target: number];
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
    value(this: Circuit, ...args: number[]): Circuit {
      // The rest array is fresh, so a gate without angles may keep it.
      return count === 0
        ? this.gate(name as GateName, [], args)
        : this.gate(name as GateName, args.slice(0, count), args.slice(count));
    },
  });
}
