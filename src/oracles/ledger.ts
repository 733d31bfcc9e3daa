import type { Access, LedgerEntry, Unit, Use } from "./ledger-entry.ts";

/** What is billed at once: a measured entry without its stage. */
export interface Charge {
  readonly oracle: string;
  readonly access: Access;
  readonly unit: Unit;
  readonly use: Use;
  readonly count: number;
}

/**
 * The bill of a run: who was asked what, how often, in which stage, and how we know.
 *
 * Oracles charge it while they are used (label `measured`), so a count cannot drift from what ran. Predictions are
 * added as entries with another label and are never mixed with measured ones.
 *
 * @example
 * const ledger = new Ledger();
 * ledger.within("certificate", () => oracle.read(3));
 * ledger.entries(); // [{ oracle: "A1", access: "classical", unit: "row", use: "read", stage: "certificate", count: 1, label: "measured" }]
 */
export class Ledger {
  readonly #entries = new Map<string, LedgerEntry>();
  #stage = "unnamed";

  /** The stage that charges are booked under now. */
  get stage(): string {
    return this.#stage;
  }

  /** Books all later charges under a stage. */
  enter(stage: string): void {
    this.#stage = stage;
  }

  /** Runs some work with its charges booked under a stage, then returns to the stage before. */
  within<Result>(stage: string, work: () => Result): Result {
    const before = this.#stage;
    this.#stage = stage;
    try {
      return work();
    } finally {
      this.#stage = before;
    }
  }

  /** Adds a measured count to the current stage. */
  charge(charge: Charge): void {
    if (!Number.isFinite(charge.count) || charge.count < 0) {
      throw new RangeError(
        `Ledger: expected a count ≥ 0 for ${charge.oracle}, got ${charge.count}; charge what was executed.`,
      );
    }
    if (charge.count === 0) return;
    this.add({ ...charge, stage: this.#stage, label: "measured" });
  }

  /** Adds an entry of any label; entries that differ only in their count are added up. */
  add(entry: LedgerEntry): void {
    const key = [
      entry.oracle,
      entry.access,
      entry.unit,
      entry.use,
      entry.stage,
      entry.label,
      entry.note,
    ].join("\u0000");
    const before = this.#entries.get(key);
    if (before === undefined) this.#entries.set(key, entry);
    else this.#entries.set(key, { ...before, count: sum(before.count, entry.count) });
  }

  /** Adds all entries of another bill. */
  addAll(entries: Iterable<LedgerEntry>): void {
    for (const entry of entries) this.add(entry);
  }

  /** The lines of the bill in the order in which they were first booked. */
  entries(): readonly LedgerEntry[] {
    return [...this.#entries.values()];
  }

  /** The sum of the entries with one label that match a filter (default: measured row queries). */
  total(
    filter: Partial<Pick<LedgerEntry, "oracle" | "access" | "unit" | "use" | "stage" | "label">> = {},
  ): number {
    const wanted = { unit: "row", label: "measured", ...filter } as const;
    let total = 0;
    for (const entry of this.#entries.values()) {
      if (Object.entries(wanted).every(([key, value]) => entry[key as keyof LedgerEntry] === value)) {
        total += entry.count ?? Number.NaN;
      }
    }
    return total;
  }
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
