import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { leverageChoices } from "../options/leverage-choices.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseNumber, parseRows, parseWhole } from "../options/parse-value.ts";
import { addReadingOptions } from "../options/reading-options.ts";
import { addSamplingOptions } from "../options/sampling-options.ts";
import type { LeverageFlags } from "../run/leverage-request.ts";
import type { Session } from "../session.ts";

const description = `Computes the leverage scores of the rows of a matrix: τ_i = a_iᵀ(AᵀA)⁺a_i, between 0 and 1, with sum rank(A).

The default method reads every row once and is exact; other classical methods read every row too, and save time or memory. The quantum method approximates A behind a row oracle first; each score then costs one row query more, so that it can only pay where few scores are wanted.

A generalised score is τ_i(A|B) = a_iᵀ(BᵀB)⁺a_i; it may exceed 1, and is infinite (null in JSON) for a row outside the row space of B.`;

const examples = `
Examples:
  $ kronket leverage A.csv --top 10
  $ kronket leverage A.csv --json
  $ kronket leverage A.csv --method quantum --rows 1,5,9 --epsilon 0.25 --seed 7
  $ kronket leverage A.csv --method ridge --lambda 0.1
  $ kronket leverage A.csv --method generalised --against B.csv
  $ kronket leverage huge.csv --stream --top 100 --scores scores.csv
  $ kronket leverage weather.csv --columns temp,wind --intercept --missing skip-row

Rows are counted from 0.

${exitCodeHelp}`;

/** Adds `kronket leverage` to the program. */
export function addLeverage(program: Command, session: Session): void {
  const command = program
    .command("leverage")
    .summary("the leverage scores of the rows of a matrix")
    .description(description)
    .argument("<file>", "the matrix; `-` reads it from stdin")
    .optionsGroup("What is computed:")
    .addOption(
      new Option(
        "--method <name>",
        "exact by QR; ridge; generalised, against the rows of another matrix B; approximate by johnson-lindenstrauss or count-sketch; online in one pass; quantum by search; row-norm and uniform shares for contrast",
      )
        .choices(leverageChoices)
        .default("exact"),
    )
    .addOption(
      new Option("--lambda <number>", "the ridge parameter λ (ridge, online)").argParser(parseNumber),
    )
    .addOption(
      new Option("--against <file>", "B, with as many columns as A (generalised); in -c it is file 2"),
    )
    .addOption(
      new Option("-k, --top <k>", "only the k rows with the largest scores").argParser(parseWhole(1)),
    )
    .addOption(
      new Option("--rows <list>", "only these rows, such as 1,5,9").argParser(parseRows).conflicts("top"),
    )
    .optionsGroup("A file larger than memory:")
    .option(
      "--stream",
      "read CSV, NPY or Parquet in parts, never as a whole: two passes, one for online; lists the largest scores (10, or --top) or --rows",
    )
    .option(
      "--scores <file>",
      "with --stream, write every score to a file, one a line, in the order of the rows",
    );
  addSamplingOptions(
    command,
    "scores within a factor 1/(1+ε) … 1/(1−ε) (quantum), 1 ± ε (johnson-lindenstrauss), up to 1+ε (count-sketch)",
  );
  addReadingOptions(command);
  addOutputOptions(command, { out: true })
    .addHelpText("after", examples)
    .action(async (file: string, flags: LeverageFlags) => {
      const { runLeverage } = await import("../run/run-leverage.ts");
      await runLeverage(file, flags, session);
    });
}
