import type { Access, LedgerEntry, Unit, Use } from "./ledger-entry.ts";
import { ledgerTable } from "./ledger-table.ts";

/** What is billed at once: a measured entry without its stage. */
export interface Charge {
  readonly oracle: string;
  readonly access: Access;
  readonly unit: Unit;
  readonly use: Use;
  readonly count: number;
}

/** One of the kinds of charge that a meter books together, and how often per count. */
export type MeteredKind = Omit<Charge, "count"> & { readonly times?: number };

/** A running counter for kinds of charge that go together. */
export type Meter = (count: number) => void;

/** An entry of the bill while it still grows. */
interface OpenEntry extends LedgerEntry {
  count: number | null;
}

/** What a meter has counted and not booked yet: so many times each factor belongs to its entry. */
interface Tally {
  count: number;
  entries: OpenEntry[];
  readonly factors: readonly number[];
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
  readonly #entries = new Map<string, OpenEntry>();
  /** Tallies with a count that is not booked; every look at the entries books them first. */
  #unbooked: Tally[] = [];
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
  charge({ count, ...kind }: Charge): void {
    requireCount(kind.oracle, count);
    if (count > 0) this.#measured(kind).count! += count;
  }

  /**
   * A counter that books under the stage of the moment of each call: for one kind of charge, or for several that are always
   * charged together, each `times` as often as the counter is told (default once).
   *
   * Cheaper than `charge` where an oracle is used millions of times: a call adds to one number, which is booked when the
   * stage changes or the bill is looked at.
   */
  meter(...kinds: readonly MeteredKind[]): Meter {
    const charged = kinds.filter(({ times = 1 }) => times > 0);
    const tally: Tally = { count: 0, entries: [], factors: charged.map(({ times = 1 }) => times) };
    let stage: string | undefined;
    return (count) => {
      requireCount(kinds[0].oracle, count);
      if (count === 0) return;
      if (stage !== this.#stage) {
        book(tally);
        stage = this.#stage;
        tally.entries = charged.map((kind) => this.#measured(kind));
      }
      if (tally.count === 0) this.#unbooked.push(tally);
      tally.count += count;
    };
  }

  /** Adds an entry of any label; entries that differ only in their count are added up. */
  add(entry: LedgerEntry): void {
    this.#bookAll();
    const open = this.#open({ ...entry, count: 0 });
    open.count = open.count === null || entry.count === null ? null : open.count + entry.count;
  }

  /** Adds all entries of another bill. */
  addAll(entries: Iterable<LedgerEntry>): void {
    for (const entry of entries) this.add(entry);
  }

  /** The lines of the bill in the order in which they were first booked. */
  entries(): readonly LedgerEntry[] {
    this.#bookAll();
    return Array.from(this.#entries.values(), (entry) => ({ ...entry }));
  }

  /** The sum of the entries with one label that match a filter (default: measured row queries). */
  total(
    filter: Partial<Pick<LedgerEntry, "oracle" | "access" | "unit" | "use" | "stage" | "label">> = {},
  ): number {
    this.#bookAll();
    const wanted = { unit: "row", label: "measured", ...filter } as const;
    let total = 0;
    for (const entry of this.#entries.values()) {
      if (Object.entries(wanted).every(([key, value]) => entry[key as keyof LedgerEntry] === value)) {
        total += entry.count ?? Number.NaN;
      }
    }
    return total;
  }

  /** The bill as an aligned table in plain text (see ledgerTable). */
  toTable(): string {
    return ledgerTable(this.entries());
  }

  #bookAll(): void {
    for (const tally of this.#unbooked) book(tally);
    this.#unbooked = [];
  }

  #measured({ oracle, access, unit, use }: MeteredKind): OpenEntry {
    return this.#open({ oracle, access, unit, use, stage: this.#stage, label: "measured", count: 0 });
  }

  /** The entry that differs from the given one in its count at most; a copy of the given one when there is none yet. */
  #open({ oracle, access, unit, use, stage, count, label, note }: OpenEntry): OpenEntry {
    const key = [oracle, access, unit, use, stage, label, note].join("\u0000");
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    // The order of the fields is that of the documents that show a bill.
    const fresh: OpenEntry = { oracle, access, unit, use, stage, count, label };
    const entry = note === undefined ? fresh : { ...fresh, note };
    this.#entries.set(key, entry);
    return entry;
  }
}

function book(tally: Tally): void {
  for (let k = 0; k < tally.entries.length; k++) tally.entries[k].count! += tally.factors[k] * tally.count;
  tally.count = 0;
}

function requireCount(oracle: string, count: number): void {
  if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `Ledger: expected a count ≥ 0 for ${oracle}, got ${count}; charge what was executed.`,
    );
  }
}
