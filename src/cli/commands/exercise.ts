import { type Command, Option } from "commander";
import type { CheckFlags } from "../exercise/check-exercise.ts";
import type { GradeFlags } from "../exercise/grade-folder.ts";
import type { ExerciseFlags } from "../exercise/list-exercises.ts";
import type { ShowFlags } from "../exercise/show-exercise.ts";
import { exitCodeHelp } from "../exit-code.ts";
import { addOutputOptions } from "../options/output-options.ts";
import { parseSeed, parseWhole } from "../options/parse-value.ts";
import type { Session } from "../session.ts";

const description = `Exercises that mark themselves: by what an answer does, not by how it is written.

Answers are OpenQASM circuits, numbers, letters or parameters. A wrong one gets a counterexample.`;

const examples = `
Examples:
  $ kronket exercise list
  $ kronket exercise show 12 --hints 1
  $ kronket exercise check 12 bell.qasm
  $ kronket exercise check 34 --answer 2.5 --seed anna
  $ kronket exercise grade answers/ --set class.json --csv

The same seed gives the same version of an exercise. docs/classroom.md shows the files of a class and how to write an
exercise.

${exitCodeHelp}`;

/** Adds `kronket exercise` to the program. */
export function addExercise(program: Command, session: Session): void {
  const command = program
    .command("exercise")
    .summary("exercises that mark themselves, for one or for a class")
    .description(description)
    .addHelpText("after", examples);
  const seed = () =>
    new Option("-s, --seed <seed>", "whose version it is").argParser(parseSeed).default(0, "0");
  const folder = () => new Option("--folder <folder>", "exercises of one's own instead of those of kronket");

  const list = command.command("list").summary("all exercises").addOption(folder());
  addOutputOptions(list, { out: true }).action(async (flags: ExerciseFlags) => {
    const { listExercises } = await import("../exercise/list-exercises.ts");
    await listExercises(flags, session);
  });

  const show = command
    .command("show")
    .summary("what is asked, and what to start from")
    .argument("<exercise>", "its name or number")
    .addOption(seed())
    .addOption(new Option("--hints <n>", "show the first hints, too").argParser(parseWhole(0)))
    .option("--solution", "show the solution and why it is one")
    .addOption(folder());
  addOutputOptions(show, { out: true }).action(async (name: string, flags: ShowFlags) => {
    const { showExercise } = await import("../exercise/show-exercise.ts");
    await showExercise(name, flags, session);
  });

  const check = command
    .command("check")
    .summary("mark one answer (exit code 5 for a wrong one)")
    .argument("<exercise>", "its name or number")
    .argument("[file]", "the circuit; `-` reads it from stdin")
    .option("-a, --answer <answer>", "a number, a letter, or JSON")
    .addOption(seed())
    .addOption(folder());
  addOutputOptions(check, { out: true }).action(
    async (name: string, file: string | undefined, flags: CheckFlags) => {
      const { checkExercise } = await import("../exercise/check-exercise.ts");
      await checkExercise(name, file, flags, session);
    },
  );

  const grade = command
    .command("grade")
    .summary("mark the files of answers of a class")
    .argument("<folder>", "the folder with the students' files (*.json)")
    .requiredOption("--set <file>", "the set of the class: exercises, students and their seeds")
    .option("--csv", "one line a file and exercise")
    .addOption(folder());
  addOutputOptions(grade, { out: "write the marks to a file: JSON, or with --csv the table" }).action(
    async (name: string, flags: GradeFlags) => {
      const { gradeFolder } = await import("../exercise/grade-folder.ts");
      await gradeFolder(name, flags, session);
    },
  );
}
