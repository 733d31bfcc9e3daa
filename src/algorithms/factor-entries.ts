import type { LedgerEntry } from "../oracles/ledger-entry.ts";
import type { FactorPlan } from "./factor-plan.ts";

/** The bill that the plan of a factor foresees: expected queries by stage and use, and reads. */
export function factorEntries({ name, stages, drawing }: FactorPlan): LedgerEntry[] {
  const halving = stages.flatMap(({ stage, kind, quantum, classical, size, marked }): LedgerEntry[] => {
    const entry = { oracle: name, unit: "row", stage } as const;
    if (kind === "read") {
      return [
        { ...entry, access: "classical", use: "read", count: classical, label: "exact", note: `N = ${size}` },
      ];
    }
    const note = `search of s ≈ ${Math.round(marked)} marked rows among N = ${size}`;
    // A phase application computes and uncomputes the row: half of the queries are the inverse use.
    return [
      { ...entry, access: "quantum", use: "forward", count: quantum / 2, label: "expected", note },
      { ...entry, access: "quantum", use: "inverse", count: quantum / 2, label: "expected", note },
      { ...entry, access: "classical", use: "check", count: classical, label: "expected", note },
    ];
  });
  const draws = drawing.flatMap(({ stage, note, classical, classicalUse, ...uses }): LedgerEntry[] => {
    const entry = { oracle: name, unit: "row", stage, label: "expected", note } as const;
    const quantum = (["forward", "inverse", "controlled"] as const).map(
      (use): LedgerEntry => ({ ...entry, access: "quantum", use, count: uses[use] }),
    );
    const read: LedgerEntry = { ...entry, access: "classical", use: classicalUse, count: classical };
    return [...quantum, read].filter(({ count }) => count !== 0);
  });
  return [...halving, ...draws];
}
