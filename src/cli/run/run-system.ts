import { resolve } from "node:path";
import {
  type AnySystem,
  completeAsync,
  fillParameters,
  LimitError,
  type ParameterValue,
  seededRandom,
  systems,
} from "../../index.ts";
import { systemDocument } from "../../presentation/documents/system-document.ts";
import { CliError } from "../cli-error.ts";
import { jsonText } from "../documents/json-text.ts";
import type { SystemDocument, SystemListDocument } from "../documents/system-document.ts";
import { exitCode } from "../exit-code.ts";
import { drawSeed } from "../options/draw-seed.ts";
import type { OutputFlags } from "../options/output-options.ts";
import type { Settings } from "../options/parse-setting.ts";
import type { Seed } from "../options/parse-value.ts";
import { settingValue } from "../options/setting-value.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { findSystem } from "./find-system.ts";

/** The flags of `kronket system`. */
export interface SystemFlags extends OutputFlags {
  readonly param?: Settings;
  readonly seed?: Seed;
  readonly help?: boolean;
}

/** Runs `kronket system`: the list, one instance or the default study. */
export async function runSystem(
  name: string | undefined,
  flags: SystemFlags,
  session: Session,
): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  if (name === undefined) return listSystems(flags, session);
  const system = findSystem(name);
  const parameters = parametersOf(system, flags.param ?? {});
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  const seed = flags.seed ?? drawSeed();
  if (flags.seed === undefined) session.note(`seed ${seed} (drawn; repeat this run with --seed ${seed})`);

  const options = { random: seededRandom(seed) };
  const study = flags.param === undefined ? system.study?.(options) : undefined;
  const task = study ?? system.run(parameters, options);
  const outcome = await completeAsync(task, {
    signal: io.signal,
    onProgress: ({ stage, done, total }) => session.progress.update(stage, total === 0 ? 1 : done / total),
  }).catch(asUsage);
  const document: SystemDocument = systemDocument({
    version,
    system,
    seed,
    study: study !== undefined,
    parameters,
    outcome,
  });
  await publish(session, flags, jsonText(document), async () => {
    const { systemReport } = await import("../reports/system-report.ts");
    return systemReport(document, system, session.colors);
  });

  /** The parameters are all that a run gets: what it refuses was typed wrongly. */
  function asUsage(error: unknown): never {
    if (io.signal.aborted && error === io.signal.reason) {
      throw new CliError(
        exitCode.interrupted,
        "interrupted; nothing is kept of a run of a system, begin it anew",
      );
    }
    throw usageError(error);
  }
}

function parametersOf(system: AnySystem, settings: Settings): Record<string, ParameterValue> {
  const given = Object.entries(settings).map(([key, text]): [string, ParameterValue] => {
    const parameter = Object.hasOwn(system.parameters, key) ? system.parameters[key] : undefined;
    // An unknown name is refused together with the list of the known ones.
    return [key, parameter === undefined ? text : settingValue(key, parameter, text)];
  });
  try {
    return fillParameters(system, Object.fromEntries(given));
  } catch (error) {
    throw usageError(error);
  }
}

function usageError(error: unknown): unknown {
  const isOwn = error instanceof RangeError || error instanceof TypeError;
  if (!isOwn || error instanceof LimitError || !/: expected [\s\S]*, got /.test(error.message)) return error;
  return new CliError(exitCode.usage, error.message, { cause: error });
}

async function listSystems(flags: SystemFlags, session: Session): Promise<void> {
  if (flags.param !== undefined) {
    throw new CliError(
      exitCode.usage,
      "system: expected the name of a system with --param, got none; name one of the list that kronket system prints.",
    );
  }
  const document: SystemListDocument = {
    schema: "kronket/systems/1",
    version: session.version,
    systems: systems.map(({ name, title, source, summary, parameters }) => ({
      name,
      title,
      source,
      summary,
      parameters,
    })),
  };
  await publish(session, flags, jsonText(document), async () => {
    const { systemListReport } = await import("../reports/system-help.ts");
    return systemListReport(session.colors);
  });
}
