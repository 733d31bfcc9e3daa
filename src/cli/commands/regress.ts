import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseNumber, parseWhole } from "../options/parse-value.ts";
import { addReadingOptions } from "../options/reading-options.ts";
import { regressChoices, sketchChoices } from "../options/regress-choices.ts";
import { addSamplingOptions } from "../options/sampling-options.ts";
import type { RegressFlags } from "../run/regress-request.ts";
import type { Session } from "../session.ts";

const description = `Fits b by the columns of A: the x with the least ‖Ax − b‖.

The last file is b, one column with one value for each row of A. More than one file before it are the factors of a Kronecker product A₁ ⊗ A₂ ⊗ …, which is never formed; b then has a value for each of its rows, the last factor's index running fastest.

Methods that look at a sample report ‖Ax − b‖ of the whole problem too, as a certificate that is not billed. It does not hold where a promised factor 1 + ε is exceeded.`;

const examples = `
Examples:
  $ kronket regress A.csv b.csv
  $ kronket regress A.csv b.csv --method ridge --lambda 0.1 --json
  $ kronket regress A.csv b.csv --method sketch-and-solve --sketch count-sketch --sketch-rows 2000 --seed 7
  $ kronket regress A.csv b.csv --method quantum --epsilon 0.5 --seed 7
  $ kronket regress A1.csv A2.csv b.csv --method sampled
  $ kronket regress flights.csv flights.csv -c 1:distance,hour -c 2:delay --intercept

--intercept puts a column of ones first in every factor, never in b.

${exitCodeHelp}`;

/** Adds `kronket regress` to the program. */
export function addRegress(program: Command, session: Session): void {
  const command = program
    .command("regress")
    .summary("least squares and its relatives, classical and quantum")
    .description(description)
    .argument("<files...>", "the matrix, or the factors of a product, and last b; `-` reads one from stdin")
    .optionsGroup("What is computed:")
    .addOption(
      new Option(
        "--method <name>",
        "direct (qr, normal-equations, ridge), sketched (sketch-and-solve, blendenpik, lsrn), sampled by leverage, absolute residuals (l1, l1-sampled), or quantum; products take qr, ridge, sampled and quantum",
      )
        .choices(regressChoices)
        .default("qr"),
    )
    .addOption(new Option("--lambda <number>", "the ridge parameter λ (ridge)").argParser(parseNumber))
    .addOption(
      new Option("--sketch <name>", "what sketch-and-solve sketches by (default count-sketch)").choices(
        sketchChoices,
      ),
    )
    .addOption(
      new Option(
        "--sketch-rows <m>",
        "rows of that sketch, or draws of rows (default from ε and δ)",
      ).argParser(parseWhole(1)),
    );
  addSamplingOptions(command, "residual within 1 + ε of the least (sampled, l1-sampled, quantum)");
  addReadingOptions(command);
  addOutputOptions(command, { out: true })
    .addHelpText("after", examples)
    .action(async (files: string[], flags: RegressFlags) => {
      const { runRegress } = await import("../run/run-regress.ts");
      await runRegress(files, flags, session);
    });
}
