import type { Label, LedgerEntry, Unit } from "../../oracles/ledger-entry.ts";

/** The three ways a bill is drawn: asked in superposition, one found index checked, or an ordinary read. */
export type SegmentKind = "coherent" | "check" | "read";

/** One piece of a stacked bar: from `start` to `end` on the axis of counts. */
export interface BillSegment {
  readonly kind: SegmentKind;
  readonly stage: string;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** A bar for one oracle: what was measured, piece by piece, and what was predicted, per label. */
export interface BillBar {
  readonly segments: readonly BillSegment[];
  readonly counts: readonly { readonly kind: SegmentKind; readonly count: number }[];
  readonly predictions: readonly { readonly label: Label; readonly count: number }[];
  /** Why there is no count, where an entry says so. */
  readonly unavailable?: string;
}

const kinds: readonly SegmentKind[] = ["coherent", "check", "read"];
const predicted: readonly Label[] = ["exact", "expected", "upper-bound"];

/**
 * Lays the measured entries of one oracle end to end: coherent queries first, then checks, then reads; within a kind
 * in the order in which the stages were booked. Predictions are kept apart, one sum per label.
 */
export function billSegments(entries: readonly LedgerEntry[], oracle: string, unit: Unit): BillBar {
  const own = entries.filter((entry) => entry.oracle === oracle && entry.unit === unit);
  const measured = own.filter(({ label }) => label === "measured");
  const segments: BillSegment[] = [];
  const counts: { kind: SegmentKind; count: number }[] = [];
  let start = 0;
  for (const kind of kinds) {
    const stages = new Map<string, number>();
    for (const entry of measured) {
      if (kindOf(entry) !== kind || entry.count === null) continue;
      stages.set(entry.stage, (stages.get(entry.stage) ?? 0) + entry.count);
    }
    if (stages.size === 0) continue;
    const before = start;
    for (const [stage, count] of stages) {
      segments.push({ kind, stage, count, start, end: start + count });
      start += count;
    }
    counts.push({ kind, count: start - before });
  }
  const predictions = predicted.flatMap((label) => {
    const found = own.filter((entry) => entry.label === label);
    const count = found.reduce((sum, entry) => sum + (entry.count ?? Number.NaN), 0);
    return found.length === 0 || Number.isNaN(count) ? [] : [{ label, count }];
  });
  const missing = own.find(({ label, count }) => label === "unavailable" || count === null);
  return {
    segments: segments.filter(({ count }) => count > 0),
    counts,
    predictions,
    ...(missing === undefined ? {} : { unavailable: missing.note ?? "no reason given" }),
  };
}

function kindOf({ access, use }: LedgerEntry): SegmentKind {
  if (access === "quantum") return "coherent";
  return use === "check" ? "check" : "read";
}
