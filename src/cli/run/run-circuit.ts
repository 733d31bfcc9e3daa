import { resolve } from "node:path";
import {
  type Circuit,
  LimitError,
  runAsync,
  runNoisyAsync,
  seededRandom,
  simulateAsync,
} from "../../index.ts";
import { CliError } from "../cli-error.ts";
import { jsonText } from "../documents/json-text.ts";
import type { RunDocument } from "../documents/run-document.ts";
import { exitCode } from "../exit-code.ts";
import { type LoadedCircuit, loadCircuit } from "../input/load-circuit.ts";
import type { CircuitFlags } from "../options/circuit-options.ts";
import { drawSeed } from "../options/draw-seed.ts";
import type { OutputFlags } from "../options/output-options.ts";
import type { Seed } from "../options/parse-value.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { chooseEngine } from "./choose-engine.ts";
import { requireValues } from "./require-values.ts";

/** How often a circuit is run unless --shots says otherwise. */
const defaultShots = 1024;
/** More amplitudes than this are not listed in a document. */
const mostAmplitudes = 2 ** 20;

/** The flags of `kronket run`. */
export interface RunFlags extends CircuitFlags, OutputFlags {
  readonly shots?: number;
  readonly state?: boolean;
  readonly seed?: Seed;
  readonly precision: "64" | "32";
  readonly maxMemory: number;
  readonly depolarizing?: number;
  readonly amplitudeDamping?: number;
  readonly phaseDamping?: number;
  readonly readout?: { readonly p01: number; readonly p10: number };
}

/** Runs `kronket run`: the command line, the file, the limits, the simulation, the output. */
export async function runCircuit(file: string, flags: RunFlags, session: Session): Promise<void> {
  session.use(flags);
  const { io } = session;
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  const loaded = await loadCircuit(file, flags, session);
  requireValues(loaded.circuit);
  try {
    await (flags.state === true ? showState : countShots)(loaded, flags, session);
  } catch (error) {
    if (!io.signal.aborted || error !== io.signal.reason) throw error;
    throw new CliError(exitCode.interrupted, "interrupted; nothing is kept of a run, begin it anew");
  }
}

async function countShots(loaded: LoadedCircuit, flags: RunFlags, session: Session): Promise<void> {
  const { circuit } = loaded;
  const { shots = defaultShots } = flags;
  const seed = flags.seed ?? drawSeed();
  if (flags.seed === undefined) session.note(`seed ${seed} (drawn; repeat this run with --seed ${seed})`);
  const noise = noiseOf(flags);
  const options = { ...surroundings(flags, session), shots, random: seededRandom(seed) };
  const { counts } = await (noise === null
    ? runAsync(circuit, options)
    : runNoisyAsync(circuit, { ...options, noise }));
  const document = { ...head(loaded, flags, session), seed, result: { counts } };
  await publish(session, flags, jsonText(document satisfies RunDocument), async () => {
    const { countsReport } = await import("../reports/counts-report.ts");
    return countsReport(document, counts, session.colors);
  });
}

async function showState(loaded: LoadedCircuit, flags: RunFlags, session: Session): Promise<void> {
  const { circuit } = loaded;
  if (flags.seed !== undefined) session.note("a state draws nothing: --seed has no effect.");
  const listed = flags.json === true || flags.out !== undefined;
  if (listed) requireListable(circuit);
  const state = await simulateAsync(circuit, surroundings(flags, session));
  const document = () => ({
    ...head(loaded, flags, session),
    seed: null,
    // Adding 0 turns −0 into 0.
    result: {
      amplitudes: Array.from(state.re, (re, i): [number, number] => [re + 0, state.im[i] + 0]),
    },
  });
  await publish(session, flags, listed ? jsonText(document() satisfies RunDocument) : "", async () => {
    const { stateReport } = await import("../reports/state-report.ts");
    return stateReport(loaded, state, session.colors);
  });
}

function surroundings({ maxMemory, precision }: RunFlags, session: Session) {
  return {
    memoryLimit: maxMemory,
    ...(precision === "32" && { engine: chooseEngine({ threads: 1, precision: 32 }) }),
    signal: session.io.signal,
    onProgress: ({ stage, done, total }: { stage: string; done: number; total: number }) =>
      session.progress.update(stage, total === 0 ? 1 : done / total),
  };
}

function head({ circuit, input, warnings }: LoadedCircuit, flags: RunFlags, { version }: Session) {
  const shots = flags.state === true ? null : (flags.shots ?? defaultShots);
  return {
    schema: "kronket/run/1" as const,
    version,
    inputs: [input],
    parameters: {
      shots,
      values: { ...flags.param },
      strict: flags.strict ?? false,
      noise: noiseOf(flags),
      ...(flags.precision === "32" && { precision: 32 as const }),
    },
    qubits: circuit.qubits,
    bits: circuit.bits,
    ledger: [],
    warnings: [...warnings],
  };
}

function noiseOf(flags: RunFlags): RunDocument["parameters"]["noise"] {
  const { depolarizing, amplitudeDamping, phaseDamping, readout } = flags;
  const given = [depolarizing, amplitudeDamping, phaseDamping, readout];
  if (given.every((value) => value === undefined)) return null;
  return {
    depolarizing: depolarizing ?? 0,
    amplitudeDamping: amplitudeDamping ?? 0,
    phaseDamping: phaseDamping ?? 0,
    readout: readout ?? { p01: 0, p10: 0 },
  };
}

function requireListable({ qubits }: Circuit): void {
  if (2 ** qubits <= mostAmplitudes) return;
  const remedy = "leave --json and --out away to see the largest ones, or use --shots";
  throw new LimitError("run --state", mostAmplitudes, 2 ** qubits, "amplitudes in a document", remedy);
}
