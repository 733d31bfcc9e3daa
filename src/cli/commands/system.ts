import { type Command, Option } from "commander";
import { exitCodeHelp } from "../exit-code.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseSetting } from "../options/parse-setting.ts";
import { parseSeed } from "../options/parse-value.ts";
import type { SystemFlags } from "../run/run-system.ts";
import type { Session } from "../session.ts";

const description = `Runs one of the further systems: its fast method and its brute-force twin on the same input, each with its own bill, and the quantum counterpart where there is one.

Without a name the systems are listed; without parameters the default study of the system is run.`;

const examples = `
Examples:
  $ kronket system
  $ kronket system leverage-inversion --seed 7
  $ kronket system leverage-inversion --param n=60 --param d=5 --param radius=0.1 --seed 7 --json
  $ kronket system two-layer-newton --help

${exitCodeHelp}`;

/** Adds `kronket system` to the program. */
export function addSystem(program: Command, session: Session): void {
  const command = program
    .command("system")
    .summary("one of the further systems: attention, regression, memories, …")
    .description(description)
    .argument("[name]", "the system; the list of them when it is left out")
    .optionsGroup("What is computed:")
    .addOption(
      new Option("-p, --param <key=value>", "value of a parameter of the system; repeatable").argParser(
        parseSetting,
      ),
    )
    .addOption(
      new Option(
        "-s, --seed <seed>",
        "same seed, same result; drawn and printed on stderr when absent",
      ).argParser(parseSeed),
    );
  addOutputOptions(command, { out: true })
    // The parameters of the systems are known to the library, which is loaded only when something is run: the help waits for it.
    .helpOption(false)
    .addOption(
      new Option("-h, --help", "print this help, with the parameters of the systems").helpGroup("Output:"),
    )
    .action(async (name: string | undefined, flags: SystemFlags) => {
      if (flags.help === true) {
        const { systemHelp } = await import("../reports/system-help.ts");
        session.print(systemHelp(name, `${command.helpInformation()}${examples}`));
        return;
      }
      const { runSystem } = await import("../run/run-system.ts");
      await runSystem(name, flags, session);
    });
}
