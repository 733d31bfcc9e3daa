import type { LedgerEntry } from "../oracles/ledger-entry.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Task } from "../task/task.ts";
import type { Work } from "./work-count.ts";

/** What every kind of parameter has. */
interface ParameterHead<Value> {
  /** Its value when none is given; null means that the system chooses one from the other parameters. */
  readonly default: Value;
  /** What it is, in a few words, with the choice made for null. */
  readonly description: string;
}

/** A whole number from `least` to `most`. */
export interface IntegerParameter<Value = number> extends ParameterHead<Value> {
  readonly kind: "integer";
  readonly least: number;
  readonly most: number;
}

/** A number from `least` to `most`. */
export interface NumberParameter<Value = number> extends ParameterHead<Value> {
  readonly kind: "number";
  readonly least: number;
  readonly most: number;
}

/** Yes or no. */
export interface FlagParameter<Value = boolean> extends ParameterHead<Value> {
  readonly kind: "flag";
}

/** One of some names. */
export interface ChoiceParameter<Value = string> extends ParameterHead<Value> {
  readonly kind: "choice";
  readonly choices: readonly NonNullable<Value>[];
}

/** The parameter that describes values of a type; a type with null has null as a value that may be the default. */
export type SystemParameter<Value> = [NonNullable<Value>] extends [number]
  ? IntegerParameter<Value> | NumberParameter<Value>
  : [NonNullable<Value>] extends [boolean]
    ? FlagParameter<Value>
    : ChoiceParameter<Value>;

/** The value of a parameter. */
export type ParameterValue = number | boolean | string | null;

/** A parameter of any kind. */
export type AnyParameter =
  | IntegerParameter<number | null>
  | NumberParameter<number | null>
  | FlagParameter<boolean | null>
  | ChoiceParameter<string | null>;

/** What one method was billed for. Queries, flops and words are different things and are never added or compared. */
export interface MethodBill {
  /** The name of the method, such as `exact` or `halving sketch`. */
  readonly method: string;
  /** Reads and oracle calls. */
  readonly ledger: readonly LedgerEntry[];
  /** Operations and memory; null where they were not counted, never 0 for unknown. */
  readonly work: Work | null;
}

/** What a run of a system came to. */
export interface SystemOutcome<Values extends object> {
  /** The numbers, as plain JSON (finite numbers, texts, flags, null, lists and records of these). */
  readonly values: Values;
  /** The methods that ran, each with its own bill. */
  readonly bill: readonly MethodBill[];
  /** In words: what came out, negative findings and limits. */
  readonly notes: readonly string[];
}

/** What a system needs beside its parameters. */
export interface SystemOptions {
  readonly random: RandomStream;
}

/**
 * One of the further systems: what it takes, and how to run one instance of it. A plain record.
 *
 * Parameters that fit each by itself and not together (more rows sketched than there are) are refused by `run` with a
 * RangeError before anything is computed.
 */
export interface System<Parameters extends object, Values extends object> {
  /** As it is called on the command line. */
  readonly name: string;
  readonly title: string;
  /** The paper. */
  readonly source: string;
  /** One or two sentences. */
  readonly summary: string;
  readonly parameters: { readonly [Key in keyof Parameters]-?: SystemParameter<Parameters[Key]> };
  /** Runs one instance. */
  run(parameters: Parameters, options: SystemOptions): Task<SystemOutcome<Values>>;
  /** Runs the default study, where it is more than one instance with the default parameters. Its values have the same keys, and more. */
  study?(options: SystemOptions): Task<SystemOutcome<Values>>;
}

/** A system of any parameters: what the list of systems holds. Fill in its parameters with `fillParameters`. */
export interface AnySystem extends Omit<System<object, object>, "parameters"> {
  readonly parameters: Readonly<Record<string, AnyParameter>>;
}
