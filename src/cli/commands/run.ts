import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addCircuitOptions } from "../options/circuit-options.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseBytes, parseProbability, parseReadout, parseSeed, parseWhole } from "../options/parse-value.ts";
import { defaultMemory } from "../options/reading-options.ts";
import type { RunFlags } from "../run/run-circuit.ts";
import type { Session } from "../session.ts";

const description = `Runs a circuit on the exact simulator: many shots, counted by the classical bits that come out, or the state itself.

A circuit that measures nothing is measured completely at its end. Bit 0 is the rightmost.`;

const examples = `
Examples:
  $ kronket run bell.qasm --shots 1000 --seed 7
  $ kronket run bell.qasm --state
  $ kronket run ansatz.qasm --param theta=pi/4 --json
  $ kronket run bell.qasm --depolarizing 0.01 --readout 0.02
  $ kronket convert circuit.json --to qasm3 | kronket run -

${exitCodeHelp}`;

/** Adds `kronket run` to the program. */
export function addRun(program: Command, session: Session): void {
  const command = program
    .command("run")
    .summary("run a circuit: counts of shots, or its state")
    .description(description)
    .argument("<file>", "the circuit, OpenQASM or JSON; `-` reads it from stdin")
    .optionsGroup("What is computed:")
    .addOption(new Option("-n, --shots <n>", "how often it is run (default: 1024)").argParser(parseWhole(0)))
    .addOption(
      new Option("--state", "the state before the final measurements, instead of counts").conflicts("shots"),
    )
    .addOption(
      new Option(
        "-s, --seed <seed>",
        "same seed, same counts; drawn and printed on stderr when absent",
      ).argParser(parseSeed),
    )
    .addOption(
      new Option("--max-memory <amount>", "refuse to start when the state needs more, such as 512M or 8G")
        .argParser(parseBytes)
        .default(defaultMemory, "4G"),
    )
    .addOption(
      new Option("--precision <bits>", "bits of a real number: 64 takes 16 bytes an amplitude, 32 takes 8")
        .choices(["64", "32"])
        .default("64"),
    )
    .optionsGroup("Noise, by trajectories (a step on many qubits counts as one gate):")
    .addOption(
      new Option("--depolarizing <p>", "after each gate its qubits are replaced by the maximally mixed state")
        .argParser(parseProbability)
        .conflicts("state"),
    )
    .addOption(
      new Option("--amplitude-damping <p>", "after each gate |1⟩ decays to |0⟩ on each of its qubits")
        .argParser(parseProbability)
        .conflicts("state"),
    )
    .addOption(
      new Option("--phase-damping <p>", "after each gate coherence shrinks by √(1 − p) on each of its qubits")
        .argParser(parseProbability)
        .conflicts("state"),
    )
    .addOption(
      new Option("--readout <p>", "a bit is misread; p01,p10 for 0 read as 1 and 1 read as 0")
        .argParser(parseReadout)
        .conflicts("state"),
    );
  addCircuitOptions(command);
  addOutputOptions(command, { out: true })
    .addHelpText("after", examples)
    .action(async (file: string, flags: RunFlags) => {
      const { runCircuit } = await import("../run/run-circuit.ts");
      await runCircuit(file, flags, session);
    });
}
