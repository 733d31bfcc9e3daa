import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addCircuitOptions } from "../options/circuit-options.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseBytes, parseSeed, parseWhole } from "../options/parse-value.ts";
import { defaultMemory } from "../options/reading-options.ts";
import type { BenchFlags } from "../run/bench-circuit.ts";
import type { Session } from "../session.ts";

const description = `Times the simulation of a circuit on this machine: final measurements are left out, the memory is taken before.

A run that is not timed comes first. Quote the median of an idle machine.`;

const examples = `
Examples:
  $ kronket bench qft.qasm
  $ kronket bench qft.qasm --repeat 11 --start random --seed 7
  $ kronket bench qft.qasm --cold --json

${exitCodeHelp}`;

/** Adds `kronket bench` to the program. */
export function addBench(program: Command, session: Session): void {
  const command = program
    .command("bench")
    .summary("time the simulation of a circuit")
    .description(description)
    .argument("<file>", "the circuit, OpenQASM or JSON; `-` reads it from stdin")
    .optionsGroup("What is timed:")
    .addOption(new Option("--threads <n>", "how many threads work on it").argParser(parseWhole(1)).default(1))
    .addOption(
      new Option("--precision <bits>", "bits of a real number: 64 takes 16 bytes an amplitude, 32 takes 8")
        .choices(["64", "32"])
        .default("64"),
    )
    .addOption(
      new Option("--repeat <n>", "how often it is timed; the median counts")
        .argParser(parseWhole(1))
        .default(5),
    )
    .addOption(
      new Option("--start <state>", "the state it begins with: |0…0⟩, or one without any structure")
        .choices(["zero", "random"])
        .default("zero"),
    )
    .option("--cold", "nothing before: no run that is not timed, and compiling counts")
    .addOption(
      new Option(
        "-s, --seed <seed>",
        "of the random state; drawn and printed on stderr when absent",
      ).argParser(parseSeed),
    )
    .addOption(
      new Option("--max-memory <amount>", "refuse to start when the state needs more, such as 512M or 8G")
        .argParser(parseBytes)
        .default(defaultMemory, "4G"),
    );
  addCircuitOptions(command);
  addOutputOptions(command, { out: true })
    .addHelpText("after", examples)
    .action(async (file: string, flags: BenchFlags) => {
      const { benchCircuit } = await import("../run/bench-circuit.ts");
      await benchCircuit(file, flags, session);
    });
}
