import type { Command } from "commander";
import { addBench } from "./commands/bench.ts";
import { addCompare } from "./commands/compare.ts";
import { addConvert } from "./commands/convert.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addDraw } from "./commands/draw.ts";
import { addExercise } from "./commands/exercise.ts";
import { addInfo } from "./commands/info.ts";
import { addLeverage } from "./commands/leverage.ts";
import { addRegress } from "./commands/regress.ts";
import { addRun } from "./commands/run.ts";
import { addSketch } from "./commands/sketch.ts";
import { addSystem } from "./commands/system.ts";
import { addWorker } from "./commands/worker.ts";
import type { Session } from "./session.ts";

/** All commands, in the order of the help. A new command is one file in commands/ and one line here. */
export const commands: readonly ((program: Command, session: Session) => void)[] = [
  addSketch,
  addLeverage,
  addRegress,
  addSystem,
  addCompare,
  addWorker,
  addRun,
  addDraw,
  addConvert,
  addInfo,
  addBench,
  addExercise,
  addDoctor,
];
