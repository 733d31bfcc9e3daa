import { type Command, Option } from "commander";
import type { WorkerFlags } from "../compare/queue/run-worker.ts";
import { exitCodeHelp } from "../exit-code.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseNumber, parseWhole } from "../options/parse-value.ts";
import type { Session } from "../session.ts";

const description = `Runs points of studies that kronket compare --queue hands over through Redis, on this machine.

Start as many workers on as many machines as you like, and stop them when you like: a point whose worker is killed is run by another one, and a point that is run twice gives the same result. Needs the package bullmq.`;

/** Adds \`kronket worker\` to the program. */
export function addWorker(program: Command, session: Session): void {
  const command = program
    .command("worker")
    .summary("runs points of studies that another machine hands over")
    .description(description)
    .addOption(
      new Option("--queue <url>", "the Redis server of the study")
        .env("KRONKET_QUEUE")
        .default("redis://localhost:6379"),
    )
    .addOption(
      new Option("-w, --workers <n>", "points at a time (default: one for each processor)").argParser(
        parseWhole(1),
      ),
    )
    .addOption(
      new Option("--lease <seconds>", "a worker that gives no sign of life for so long loses its point")
        .argParser(parseWhole(1))
        .default(30),
    )
    .addOption(
      new Option("--idle <seconds>", "end after so long without a point (default: never)").argParser(
        parseNumber,
      ),
    );
  addOutputOptions(command, { out: false })
    .addHelpText("after", `\nExample:\n  $ kronket worker --queue redis://host:6379\n\n${exitCodeHelp}`)
    .action(async (flags: WorkerFlags) => {
      const { runWorker } = await import("../compare/queue/run-worker.ts");
      await runWorker(flags, session);
    });
}
