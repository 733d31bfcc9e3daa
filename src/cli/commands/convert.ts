import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addCircuitOptions } from "../options/circuit-options.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { programNames, targetNames } from "../options/target-names.ts";
import type { ConvertFlags } from "../run/convert-circuit.ts";
import type { Session } from "../session.ts";

const description = `Writes a circuit in another form: OpenQASM 2 or 3, JSON, a drawing, or a program for other software.

OpenQASM reads back as the same circuit, global phase included. What a form cannot say is refused, with the reason.`;

const forms = `
Forms:
  qasm3, qasm2               OpenQASM
  json                       everything that kronket knows of the circuit
  text, ascii, svg, quantikz drawings (kronket draw has more choices for them)
  quirk                      the address that opens in Quirk, up to 16 qubits
  qsharp                     a Q# program, with branches and every digit
  ${programNames.slice(0, 6).join(", ")}, ${programNames.slice(6).join(", ")}
                             programs for other software, written by the optional package quantum-circuit
                             (npm install quantum-circuit): measured at the end only, without the global phase`;

const examples = `

Examples:
  $ kronket convert old.qasm --to qasm3
  $ kronket convert new.qasm --to qasm2 --param theta=pi/4 --out old.qasm
  $ kronket convert bell.qasm --to json | kronket info -
  $ kronket convert bell.qasm --to qiskit --out bell.py

${exitCodeHelp}`;

/** Adds `kronket convert` to the program. */
export function addConvert(program: Command, session: Session): void {
  const command = program
    .command("convert")
    .summary("write a circuit in another form")
    .description(description)
    .argument("<file>", "the circuit, OpenQASM or JSON; `-` reads it from stdin")
    .optionsGroup("What is written:")
    .addOption(new Option("-t, --to <form>", "the form").choices(targetNames).makeOptionMandatory());
  addCircuitOptions(command);
  addOutputOptions(command, {
    out: "write the circuit to a file (with --json the document)",
    json: "print one JSON document with the circuit in it",
  })
    .addHelpText("after", forms + examples)
    .action(async (file: string, flags: ConvertFlags) => {
      const { convertCircuit } = await import("../run/convert-circuit.ts");
      await convertCircuit(file, flags, session);
    });
}
