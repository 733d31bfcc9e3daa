import { type Command, Option } from "commander";
import type { CompareFlags } from "../compare/compare-flags.ts";
import { exitCodeHelp } from "../exit-code.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseWhole } from "../options/parse-value.ts";
import type { Session } from "../session.ts";

const description = `Compares quantum and classical methods on a family of problems: who asks fewer queries, where, and by how much.

A study is a family, sizes, methods and seeds. Every point is run and counted; counts stand beside predictions, with certificates. The conclusion is stated in words, with crossovers in n, ε, d and in the price of a quantum query. Without a file the default study runs.`;

const examples = `
Examples:
  $ kronket compare --html report.html                     the default study with its report
  $ kronket compare --print-study > study.json             a study to start from
  $ kronket compare study.json --out results.json          a kill loses nothing: the same command goes on
  $ kronket compare study.json --ndjson | head -1
  $ kronket compare study.json --queue redis://host:6379   with kronket worker --queue … elsewhere

${exitCodeHelp}`;

/** Adds \`kronket compare\` to the program. */
export function addCompare(program: Command, session: Session): void {
  const command = program
    .command("compare")
    .summary("quantum against classical over sizes, accuracies and seeds")
    .description(description)
    .argument("[study]", "the study, a JSON file; `-` reads it from stdin")
    .optionsGroup("The study:")
    .option("--family <name>", "the default study of this family, where no file is named")
    .option("--print-study", "print the default study as a file to start from, and run nothing")
    .optionsGroup("How it is run:")
    .addOption(
      new Option(
        "-w, --workers <n>",
        "points under way at a time (default: one for each processor)",
      ).argParser(parseWhole(1)),
    )
    .option(
      "-r, --resume [file]",
      "keep each finished point in this file and go on from it (default: OUT.partial beside --out)",
    )
    .option(
      "--queue <url>",
      "hand the points to workers on other machines through Redis (see kronket worker)",
    )
    .optionsGroup("Results:")
    .option("--ndjson", "one line of JSON a point, in order, as soon as it is there")
    .option("--csv", "one line a point and oracle")
    .option("--times", "put wall times into the results; without them the same study gives the same bytes")
    .option("--html <file>", "write a report with figures")
    .option("--vega <folder>", "write the figures as Vega-Lite specifications");
  addOutputOptions(command, { out: "write the result to a file: JSON, or what --ndjson or --csv say" })
    .addHelpText("after", examples)
    .action(async (study: string | undefined, flags: CompareFlags) => {
      const { runCompare } = await import("../compare/run-compare.ts");
      await runCompare(study, flags, session);
    });
}
