import { rowQubits } from "./plan.ts";
import type { PlacedPass } from "./run-plan.ts";
import { maskOf, qubitsIn } from "./step.ts";
import type { RotationSweep } from "./tile-step.ts";

/** A renaming and renumbering of the basis states, and how it is done. */
export interface PermutationOptions {
  readonly qubits: number;
  readonly tileQubits: number;
  /** Qubit q is qubit `places[q]` afterwards. */
  readonly places: readonly number[];
  /** The qubits, by their new names, that are flipped, as a mask. */
  readonly flips: number;
}

/** The passes that move every qubit to another place and flip some: none if nothing changes, mostly one or two. */
export function permutationPasses({ qubits, tileQubits, places, flips }: PermutationOptions): PlacedPass[] {
  const passes: PlacedPass[] = [];
  const size = Math.min(tileQubits, qubits);
  const rows = Array.from({ length: Math.min(rowQubits, qubits) }, (_, q) => q);
  // Where the qubit with a new name lies now.
  let layout = new Array<number>(qubits);
  places.forEach((name, q) => {
    layout[name] = q;
  });
  let left = flips;
  while (left !== 0 || layout.some((position, qubit) => position !== qubit)) {
    const positions = new Set(rows);
    const add = (position: number) => {
      if (positions.size < size) positions.add(position);
    };
    for (let qubit = 0; qubit < qubits; qubit++) {
      // Along the cycle, so that most of its qubits come home in this pass.
      for (let at = qubit; layout[at] !== at; ) {
        add(at);
        add(layout[at]);
        at = layout[at];
        if (at === qubit) break;
      }
      if ((left >> qubit) & 1) add(layout[qubit]);
    }
    for (let position = 0; position < qubits; position++) add(position);
    const before = layout;
    const inside = layout.flatMap((position, qubit) => (positions.has(position) ? [qubit] : []));
    const tile = maskOf(inside);
    layout = homecoming(before, inside, positions);
    passes.push({
      pass: {
        kind: "tiles",
        tile,
        steps: flipSweeps(left & tile),
        liveOuter: (2 ** qubits - 1) & ~tile,
        scale: 1,
        angle: 0,
      },
      before,
      after: layout,
    });
    left &= ~tile;
  }
  return passes;
}

/** Every qubit of the tile at its place if that is in the tile, the others at the places that are left. */
function homecoming(
  before: readonly number[],
  inside: readonly number[],
  positions: ReadonlySet<number>,
): number[] {
  const after = [...before];
  const free = new Set(positions);
  for (const qubit of inside) {
    if (!positions.has(qubit)) continue;
    after[qubit] = qubit;
    free.delete(qubit);
  }
  const away = inside.filter((qubit) => !positions.has(qubit));
  for (const qubit of away) {
    const [position] = free;
    after[qubit] = position;
    free.delete(position);
  }
  return after;
}

function flipSweeps(flips: number): RotationSweep[] {
  const sweeps: RotationSweep[] = [];
  const qubits = qubitsIn(flips);
  for (let at = 0; at < qubits.length; at += 3) {
    const part = qubits.slice(at, at + 3);
    const last = 2 ** part.length - 1;
    sweeps.push({
      kind: "rotations",
      qubits: part,
      tangents: part.map(() => 0),
      places: Array.from({ length: last + 1 }, (_, place) => last - place),
    });
  }
  return sweeps;
}
