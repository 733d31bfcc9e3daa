import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseNumber, parseWhole } from "../options/parse-value.ts";
import { addReadingOptions } from "../options/reading-options.ts";
import { addSamplingOptions } from "../options/sampling-options.ts";
import type { SketchFlags } from "../run/sketch-request.ts";
import type { Session } from "../session.ts";

const description = `Approximates a Kronecker product A = A1 ⊗ A2 ⊗ … by a short weighted list of its rows.

The product is never expanded. Each factor is halved and refined behind a row oracle by quantum search, then row tuples are drawn. With probability 1 − δ the list keeps xᵀAᵀAx within 1 ± ε for all x; the certificate tells what it is.`;

const examples = `
Examples:
  $ kronket sketch A1.csv A2.csv
  $ kronket sketch A1.csv A2.csv --epsilon 0.5 --delta 0.05 --seed 7 --json
  $ kronket sketch flights.parquet weather.csv -c 1:delay,distance -c 2:temp,wind --intercept --missing skip-row
  $ kronket sketch A1.csv A2.csv --constant practical --dry-run
  $ kronket sketch A1.csv A2.csv --seed 7 --out sketch.json      Ctrl-C, then:
  $ kronket sketch A1.csv A2.csv --resume sketch.json.partial --out sketch.json
  $ cat A1.csv | kronket sketch - A2.csv

${exitCodeHelp}`;

/** Adds \`kronket sketch\` to the program. */
export function addSketch(program: Command, session: Session): void {
  const command = program
    .command("sketch")
    .summary("a short weighted list of rows of A1 ⊗ A2, with its bill and certificate")
    .description(description)
    .argument("<files...>", "the factors A1 A2 …, two or more; `-` reads one of them from stdin");
  addSamplingOptions(command, "(1−ε)AᵀA ⪯ AᵀD²A ⪯ (1+ε)AᵀA").addOption(
    new Option("--method <name>", "how row tuples are drawn; two-stage needs the fewest queries")
      .choices(["two-stage", "many-copies", "one-at-a-time"])
      .default("two-stage"),
  );
  command
    .addOption(
      new Option(
        "--draws <m>",
        "draw this many tuples instead of what the guarantee needs; then only the certificate tells",
      ).argParser(parseWhole(1)),
    )
    .option("-n, --dry-run", "print what a run would cost, and run nothing")
    .option("-r, --resume <file>", "go on from a checkpoint; options that are not given are taken from it")
    .addOption(
      new Option("--max-seconds <s>", "stop after this long and keep the last checkpoint").argParser(
        parseNumber,
      ),
    )
    .addOption(separateFlag(new Option("--no-certificate", "do not compute the true error of the result")));
  addReadingOptions(command);
  addOutputOptions(command, { out: true })
    .addHelpText("after", examples)
    .action(async (files: string[], flags: SketchFlags) => {
      // Loaded on demand: help and other commands start without the whole library.
      const { runSketch } = await import("../run/run-sketch.ts");
      await runSketch(files, flags, command, session);
    });
}

// To commander, --no-certificate would be the negation of --certificate, which chooses how searches end.
function separateFlag(option: Option): Option {
  option.negate = false;
  option.attributeName = () => "skipCertificate";
  return option;
}
