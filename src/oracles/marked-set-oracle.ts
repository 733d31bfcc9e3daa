import { LimitError } from "../errors/limit-error.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { amplitudeRegister } from "../simulator/search/amplitude-register.ts";
import { dilutedRegister } from "../simulator/search/diluted-register.ts";
import { flagSearch } from "../simulator/search/flag-search.ts";
import { gateRegister } from "../simulator/search/gate-register.ts";
import { MarkedPositions, unmarkedAt } from "../simulator/search/marked-positions.ts";
import type { MarkedSet } from "../simulator/search/marked-set.ts";
import type { Fidelity, SearchRegister } from "../simulator/search/search-register.ts";
import { subspaceRegister } from "../simulator/search/subspace-register.ts";
import { billedRegister } from "./billed-register.ts";
import type { Ledger } from "./ledger.ts";
import type { Unit } from "./ledger-entry.ts";
import type { PhaseOracle } from "./phase-oracle.ts";
import { planePreparation } from "./plane-preparation.ts";

/** What a search oracle for an explicit marked set needs to know. */
export interface MarkedSetOptions {
  /** The name that its queries are billed under. */
  readonly name: string;
  readonly marked: MarkedSet;
  readonly ledger: Ledger;
  readonly fidelity: Fidelity;
  /**
   * Queries per phase application: 1 for a Boolean phase oracle (default), 2 where a value is computed and uncomputed.
   * The first half is billed as forward use, the rest as inverse.
   */
  readonly queriesPerPhase?: number;
  /** What one query asks for (default `phase`). */
  readonly unit?: Unit;
  /** How many positions are on the found list from the start, and so not in `marked` any more (default 0). */
  readonly excluded?: number;
  /** How registers are made, where the data have a circuit of their own (gate level). Default at gate level: a truth table with a flag. */
  readonly register?: (marked: MarkedPositions) => SearchRegister;
}

/**
 * Makes an explicit marked set searchable: the textbook oracle, and the common core of the other ones.
 *
 * Queries: `queriesPerPhase` per iteration or rotation, 1 per check. Once a position is excluded, each phase also bills
 * two look-ups (forward, inverse) in the QRAM `found list`.
 *
 * Errors: RangeError for a bad marked set, a number of queries that is not a whole number ≥ 1, a position out of range,
 * or fidelity `gate` with a number of positions that is no power of two; LimitError above 2^16 positions there.
 *
 * @example markedSetOracle({ name: "f", marked: { size: 8, positions: Float64Array.of(3) }, ledger, fidelity: "subspace" })
 */
export function markedSetOracle(options: MarkedSetOptions): PhaseOracle {
  const { name, ledger, fidelity, queriesPerPhase = 1, unit = "phase" } = options;
  if (!Number.isInteger(queriesPerPhase) || queriesPerPhase < 1) {
    throw new RangeError(
      `markedSetOracle: expected queriesPerPhase to be a whole number ≥ 1, got ${queriesPerPhase}; 2 computes and uncomputes a value.`,
    );
  }
  const marked = new MarkedPositions(options.marked);
  const { size } = marked;
  const openRegister = options.register ?? registerMaker(fidelity, name, size);
  const forward = Math.ceil(queriesPerPhase / 2);
  let excluded = options.excluded ?? 0;
  let register: SearchRegister | undefined;

  const requirePosition = (position: number) => {
    if (!Number.isInteger(position) || position < 0 || position >= size) {
      throw new RangeError(
        `${name}: expected a position that is a whole number from 0 to ${size - 1}, got ${position}; pass what a measurement gave.`,
      );
    }
  };
  const charge = (use: "forward" | "inverse" | "controlled", times: number) =>
    ({ oracle: name, access: "quantum", unit, use, times }) as const;
  const lookUp = (use: "forward" | "inverse" | "controlled", times: number) =>
    ({ oracle: "found list", access: "quantum", unit: "lookup", use, times }) as const;
  const phase = [charge("forward", forward), charge("inverse", queriesPerPhase - forward)];
  const billPhases = ledger.meter(...phase);
  const billExcludingPhases = ledger.meter(...phase, lookUp("forward", 1), lookUp("inverse", 1));
  const billControlledPhases = ledger.meter(charge("controlled", queriesPerPhase));
  const billControlledExcludingPhases = ledger.meter(
    charge("controlled", queriesPerPhase),
    lookUp("controlled", 2),
  );
  const billCheck = ledger.meter({ oracle: name, access: "classical", unit, use: "check" });
  const bill = (phases: number) => (excluded === 0 ? billPhases : billExcludingPhases)(phases);
  const billControlled = (phases: number) =>
    (excluded === 0 ? billControlledPhases : billControlledExcludingPhases)(phases);

  return {
    size,
    prepare: () => billedRegister(openRegister(marked), bill),
    prepareDiluted: (share) => billedRegister(dilutedRegister(marked, share), bill),
    preparation() {
      const positions = Float64Array.from(marked.positions);
      return planePreparation({
        good: positions.length,
        bad: size - positions.length,
        drawGood: (random: RandomStream) => positions[random.integer(positions.length)],
        drawBad: (random: RandomStream) =>
          unmarkedAt(positions, random.integer(size - positions.length), size),
        bill(use, count) {
          // A round is one phase application; its two layers of Hadamard gates are free.
          if (use === "inverse") bill(count);
          else if (use === "controlled") billControlled(count);
        },
      });
    },
    attempt(iterations, random) {
      register ??= openRegister(marked);
      const position = register.attempt(iterations, random);
      bill(iterations);
      billCheck(1);
      return position;
    },
    attemptEach(ranges, random, maxIterations) {
      register ??= openRegister(marked);
      const result = register.attemptEach(ranges, random, maxIterations);
      billCheck(result.checks);
      bill(result.iterations);
      return result;
    },
    check(position) {
      requirePosition(position);
      billCheck(1);
      return marked.has(position);
    },
    exclude(position) {
      requirePosition(position);
      if (!marked.remove(position)) {
        throw new RangeError(
          `${name}: expected a marked position to exclude, got ${position}, which is not marked or no longer; check it first.`,
        );
      }
      excluded++;
      // A circuit holds the set that it was made for; the other registers follow it at each attempt.
      if (fidelity === "gate") register = undefined;
    },
    promisedCount: () => marked.count,
  };
}

/** The most positions that are searched at gate level without a circuit of their own: 16 index qubits and a flag. */
const largestFlagSearch = 2 ** 16;

function registerMaker(
  fidelity: Fidelity,
  name: string,
  size: number,
): (marked: MarkedPositions) => SearchRegister {
  switch (fidelity) {
    case "amplitude":
      return (marked) => amplitudeRegister(marked);
    case "subspace":
      return (marked) => subspaceRegister(marked);
    case "gate": {
      const qubits = Math.log2(size);
      if (!Number.isInteger(qubits)) {
        throw new RangeError(
          `${name}: expected a power of two of positions at fidelity gate, got ${size}; pad with positions that are never marked.`,
        );
      }
      if (size > largestFlagSearch) {
        throw new LimitError(
          name,
          largestFlagSearch,
          size,
          "positions at fidelity gate",
          "use fidelity amplitude",
        );
      }
      return (marked) => gateRegister(flagSearch(qubits, (position) => marked.has(position)));
    }
  }
}
