import type { QuirkCell } from "./quirk-circuit.ts";

/** What is put into one column together: cells by wire. */
export type Placement = ReadonlyMap<number, QuirkCell>;

/**
 * Packs gates into the columns of Quirk.
 *
 * Controls, and the two halves of a swap, concern the whole of their column, so whatever has them stands alone.
 * Everything else moves left as far as its wires are free.
 */
export class QuirkColumns {
  readonly #wires: number;
  readonly #columns: { readonly alone: boolean; readonly cells: QuirkCell[] }[] = [];
  /** For each wire the first column that is free from there on. */
  readonly #free: number[];

  constructor(wires: number) {
    this.#wires = wires;
    this.#free = new Array<number>(wires).fill(0);
  }

  /** Adds a gate; `covers` are the wires it takes, beginning with those that have a cell. */
  place(cells: Placement, covers: Iterable<number> = cells.keys(), alone = false): void {
    const wires = [...covers];
    let at = Math.max(...wires.map((wire) => this.#free[wire]));
    if (alone) at = this.#columns.length;
    else while (this.#columns[at]?.alone) at++;
    if (at === this.#columns.length) {
      this.#columns.push({ alone, cells: new Array<QuirkCell>(this.#wires).fill(1) });
    }
    for (const [wire, cell] of cells) this.#columns[at].cells[wire] = cell;
    // A column with controls acts on every wire's gates in it, but holds up only the wires it names.
    for (const wire of wires) this.#free[wire] = at + 1;
  }

  /** Nothing on these wires moves left of what stands on any of them. */
  align(wires: readonly number[]): void {
    const at = Math.max(0, ...wires.map((wire) => this.#free[wire]));
    for (const wire of wires) this.#free[wire] = at;
  }

  /** The columns, each up to its last cell. */
  toCells(): QuirkCell[][] {
    return this.#columns.map(({ cells }) => cells.slice(0, cells.findLastIndex((cell) => cell !== 1) + 1));
  }
}
