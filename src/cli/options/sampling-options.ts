import { type Command, Option } from "commander";
import { parseConstant, parseNumber, parseSeed, parseWhole, type Seed } from "./parse-value.ts";

/** The flags of a randomised run; the library checks their values. */
export interface SamplingFlags {
  readonly epsilon: number;
  readonly delta: number;
  readonly seed?: Seed;
  readonly level: "gate" | "amplitude" | "subspace";
  readonly search: "unknown" | "known" | "exact";
  readonly constant: "rigorous" | "practical" | number;
  readonly certificate: "fixed-point" | "bbht";
  readonly fallback: "auto" | "never";
  readonly bits?: number;
}

/** Adds the flags of a randomised run to a command. */
export function addSamplingOptions(command: Command, guarantee: string): Command {
  return command
    .optionsGroup("Accuracy and randomness:")
    .addOption(
      new Option("-e, --epsilon <number>", `accuracy, 0 < ε < 1: ${guarantee}`)
        .argParser(parseNumber)
        .default(0.5),
    )
    .addOption(
      new Option("--delta <number>", "probability that the guarantee may fail, 0 < δ < 1")
        .argParser(parseNumber)
        .default(0.05),
    )
    .addOption(
      new Option(
        "-s, --seed <seed>",
        "same seed, same result; drawn and printed on stderr when absent",
      ).argParser(parseSeed),
    )
    .addOption(
      new Option(
        "--constant <c>",
        "constant of the sampling rates: rigorous (c = 3), practical (c = 1, no proof) or a number",
      )
        .argParser(parseConstant)
        .default("rigorous"),
    )
    .optionsGroup("How it is run:")
    .addOption(
      new Option("--level <fidelity>", "fidelity of the simulation; all give the same run")
        .choices(["gate", "amplitude", "subspace"])
        .default("subspace"),
    )
    .addOption(
      new Option(
        "--search <mode>",
        "unknown number of marked rows, or known/exact with the number as a promise",
      )
        .choices(["unknown", "known", "exact"])
        .default("unknown"),
    )
    .addOption(
      new Option("--certificate <kind>", "how a search makes sure that no marked row is left")
        .choices(["fixed-point", "bbht"])
        .default("fixed-point"),
    )
    .addOption(
      new Option("--fallback <when>", "auto reads rows classically where that is expected to cost less")
        .choices(["auto", "never"])
        .default("auto"),
    )
    .addOption(
      new Option(
        "--bits <b>",
        "round probabilities up to multiples of 1/(2^b − 1); required by --level gate",
      ).argParser(parseWhole(1)),
    );
}
