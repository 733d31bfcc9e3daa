import type { Command } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addOutputOptions, type OutputFlags } from "../options/output-options.ts";
import type { Session } from "../session.ts";

const description = `Checks that kronket works here: the machine, the arithmetic, and small runs with known answers.`;

const examples = `
Examples:
  $ kronket doctor
  $ kronket doctor --json

${exitCodeHelp}`;

/** Adds `kronket doctor` to the program. */
export function addDoctor(program: Command, session: Session): void {
  const command = program.command("doctor").summary("does everything work here?").description(description);
  addOutputOptions(command, { out: true })
    .addHelpText("after", examples)
    .action(async (flags: OutputFlags) => {
      const { runDoctor } = await import("../run/run-doctor.ts");
      await runDoctor(flags, session);
    });
}
