import { Ledger } from "./ledger.ts";

/** The only door to a right-hand side b: whoever wants an entry asks here and is billed. */
export interface TargetOracle {
  readonly name: string;
  readonly size: number;
  readonly ledger: Ledger;
  /** Entry i. Bills 1 classical entry query. Errors: RangeError for an index out of range or a value that is not finite. */
  read(i: number): number;
  /** All entries. Bills n classical entry queries. */
  readAll(): Float64Array;
  /** The same door with another bill, and another name on it if given. */
  billedTo(ledger: Ledger, name?: string): TargetOracle;
}

/** How a right-hand side is put behind an oracle. */
export interface TargetOracleOptions {
  /** The name on the bill (default `b`). */
  readonly name?: string;
  /** The bill (default a new one). */
  readonly ledger?: Ledger;
  /** The number of entries, where they are given as a function. */
  readonly size?: number;
}

/**
 * Puts the entries of a vector, or a function of their index, behind an oracle that bills each that is read.
 *
 * Errors: RangeError for no entry, a missing or wrong size, and an entry of an array that is not finite. The values of
 * a function are checked as they are read.
 *
 * @example targetOracle([1, 2, 3]).read(2) // 3
 */
export function targetOracle(
  source: ArrayLike<number> | ((i: number) => number),
  options: TargetOracleOptions = {},
): TargetOracle {
  const { name = "b", ledger = new Ledger() } = options;
  const size = typeof source === "function" ? options.size : source.length;
  if (size === undefined || !Number.isSafeInteger(size) || size < 1) {
    throw new RangeError(
      `${name}: expected at least one entry, got ${size}; pass an array, or a function with its size.`,
    );
  }
  if (options.size !== undefined && options.size !== size) {
    throw new RangeError(`${name}: expected ${options.size} entries, got ${size}; leave size out.`);
  }
  const at = typeof source === "function" ? source : (i: number) => source[i];
  const checked = (i: number): number => {
    const value = at(i);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw new RangeError(
      `${name}: expected finite numbers, got ${value} at ${i} (counted from 0); remove or replace that entry.`,
    );
  };
  if (typeof source !== "function") for (let i = 0; i < size; i++) checked(i);
  const bill = ledger.meter({ oracle: name, access: "classical", unit: "entry", use: "read" });
  return {
    name,
    size,
    ledger,
    read(i) {
      if (!Number.isInteger(i) || i < 0 || i >= size) {
        throw new RangeError(
          `${name}: expected an entry that is a whole number from 0 to ${size - 1}, got ${i}; entries are counted from 0.`,
        );
      }
      bill(1);
      return checked(i);
    },
    readAll() {
      bill(size);
      return Float64Array.from({ length: size }, (_, i) => checked(i));
    },
    billedTo: (other, as = name) => targetOracle(source, { name: as, ledger: other, size }),
  };
}

/** Whether a value is an oracle already. */
export function isTargetOracle(value: unknown): value is TargetOracle {
  return typeof value === "object" && value !== null && "readAll" in value && "size" in value;
}
