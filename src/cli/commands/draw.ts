import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addCircuitOptions } from "../options/circuit-options.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseWhole } from "../options/parse-value.ts";
import type { DrawFlags } from "../run/draw-circuit.ts";
import type { Session } from "../session.ts";

const description = `Draws a circuit: as text for a terminal, as an SVG figure, or as LaTeX.`;

const examples = `
Examples:
  $ kronket draw bell.qasm
  $ kronket draw qft.qasm --format svg --theme auto --out qft.svg
  $ kronket draw qft.qasm --format latex --boxes open
  $ kronket draw wide.qasm --format ascii --width 120

LaTeX needs \\usetikzlibrary{quantikz2} in the preamble.

${exitCodeHelp}`;

/** Adds `kronket draw` to the program. */
export function addDraw(program: Command, session: Session): void {
  const command = program
    .command("draw")
    .summary("draw a circuit as text, SVG or LaTeX")
    .description(description)
    .argument("<file>", "the circuit, OpenQASM or JSON; `-` reads it from stdin")
    .optionsGroup("How it is drawn:")
    .addOption(
      new Option("-f, --format <name>", "what it is drawn as")
        .choices(["text", "ascii", "svg", "latex"])
        .default("text"),
    )
    .addOption(
      new Option(
        "-w, --width <n>",
        "fold at so many characters (text; default: the terminal, else 80) or units (svg; default: 760)",
      ).argParser(parseWhole(1)),
    )
    .addOption(
      new Option("--boxes <how>", "named sub-circuits as one box, or open in a frame")
        .choices(["closed", "open"])
        .default("closed"),
    )
    .addOption(
      new Option(
        "--theme <name>",
        "colours for a light page, a dark one, or as the reader's system says (svg; default: light)",
      ).choices(["light", "dark", "auto"]),
    )
    .option("--title <text>", "what a screen reader says first (svg)");
  addCircuitOptions(command);
  addOutputOptions(command, {
    out: "write the drawing to a file (with --json the document)",
    json: "print one JSON document with the drawing in it",
  })
    .addHelpText("after", examples)
    .action(async (file: string, flags: DrawFlags) => {
      const { drawCircuit } = await import("../run/draw-circuit.ts");
      await drawCircuit(file, flags, session);
    });
}
