import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addCircuitOptions } from "../options/circuit-options.ts";
import { gateSetNames, parseGateSet } from "../options/gate-set.ts";
import { addOutputOptions } from "../options/output-options.ts";
import type { InfoFlags } from "../run/inspect-circuit.ts";
import type { Session } from "../session.ts";

const description = `Says what a circuit is made of and what simulating it needs: qubits, bits, depth, gates by name, memory, time.

Gates are counted with sub-circuits opened, as they are written and in a gate set, with its T gates and rotations. The time is an estimate from a short measurement on this machine.`;

const examples = `
Examples:
  $ kronket info qft.qasm
  $ kronket info qft.qasm --gate-set rz+sx+cx
  $ kronket info qft.qasm --gate-set h,s,sdg,t,tdg,cx,rz --json

${exitCodeHelp}`;

/** Adds `kronket info` to the program. */
export function addInfo(program: Command, session: Session): void {
  const command = program
    .command("info")
    .summary("what a circuit is made of, and what simulating it needs")
    .description(description)
    .argument("<file>", "the circuit, OpenQASM or JSON; `-` reads it from stdin")
    .optionsGroup("What is counted:")
    .addOption(
      new Option(
        "-g, --gate-set <name>",
        `gates in which T gates and rotations are counted: ${gateSetNames.join(", ")}, or a list with commas`,
      )
        .argParser(parseGateSet)
        .default("clifford+t"),
    );
  addCircuitOptions(command);
  addOutputOptions(command, { out: true })
    .addHelpText("after", examples)
    .action(async (file: string, flags: InfoFlags) => {
      const { inspectCircuit } = await import("../run/inspect-circuit.ts");
      await inspectCircuit(file, flags, session);
    });
}
