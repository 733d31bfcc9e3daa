import type { RotationSweep } from "./tile-step.ts";

/** Most qubits that one sweep rotates. */
const widest = 3;

/** Qubits that one sweep takes together: their rotations, then exchanges among them. */
interface Group {
  readonly qubits: number[];
  readonly tangents: number[];
  places: number[];
}

/** Gathers the rotations and exchanges of one round into sweeps of up to three qubits. */
export class RotationGroups {
  readonly #groups = new Set<Group>();
  readonly #groupOf: (Group | undefined)[];

  constructor(qubits: number) {
    this.#groupOf = new Array<Group | undefined>(qubits).fill(undefined);
  }

  /** Rotates a qubit that is in no group yet. */
  rotate(qubit: number, tangent: number): void {
    this.#open(qubit, tangent);
  }

  /** Rotates a qubit the other way than it was said before. */
  turnAround(qubit: number): void {
    const group = this.#groupOf[qubit];
    if (group === undefined) return;
    const at = group.qubits.indexOf(qubit);
    group.tangents[at] = -group.tangents[at];
  }

  /** Exchanges by a control after all that is in the groups. Returns whether the two fit into one sweep. */
  exchange(control: number, target: number): boolean {
    const first = this.#groupOf[control];
    const second = this.#groupOf[target];
    const size = (first?.qubits.length ?? 1) + (first === second && first ? 0 : (second?.qubits.length ?? 1));
    if (size > widest) return false;
    const group = this.#joined(first ?? this.#open(control, 0), second ?? this.#open(target, 0));
    const c = 1 << group.qubits.indexOf(control);
    const t = 1 << group.qubits.indexOf(target);
    group.places = group.places.map((place) => ((place & c) !== 0 ? place ^ t : place));
    return true;
  }

  /** The sweeps, small groups put together. */
  sweeps(): RotationSweep[] {
    const waiting = [...this.#groups].sort((a, b) => b.qubits.length - a.qubits.length);
    const sweeps: RotationSweep[] = [];
    while (waiting.length > 0) {
      let group = waiting.shift()!;
      // Two by two as long as others need a partner; the largest that fits first.
      for (let fit = this.#fitting(waiting, group); fit >= 0; fit = this.#fitting(waiting, group)) {
        group = this.#joined(group, waiting.splice(fit, 1)[0]);
      }
      sweeps.push({ kind: "rotations", ...group });
    }
    return sweeps;
  }

  #fitting(waiting: readonly Group[], group: Group): number {
    return waiting.findIndex(({ qubits }) => qubits.length + group.qubits.length <= widest);
  }

  #open(qubit: number, tangent: number): Group {
    const group: Group = { qubits: [qubit], tangents: [tangent], places: [0, 1] };
    this.#groups.add(group);
    this.#groupOf[qubit] = group;
    return group;
  }

  #joined(a: Group, b: Group): Group {
    if (a === b) return a;
    const shift = a.qubits.length;
    const low = 2 ** shift - 1;
    const size = 2 ** (shift + b.qubits.length);
    const joined: Group = {
      qubits: [...a.qubits, ...b.qubits],
      tangents: [...a.tangents, ...b.tangents],
      places: Array.from({ length: size }, (_, x) => a.places[x & low] | (b.places[x >> shift] << shift)),
    };
    this.#groups.delete(a);
    this.#groups.delete(b);
    this.#groups.add(joined);
    for (const qubit of joined.qubits) this.#groupOf[qubit] = joined;
    return joined;
  }
}
