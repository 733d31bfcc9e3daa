import { cpus, totalmem } from "node:os";
import { resolve } from "node:path";
import { median } from "simple-statistics";
import {
  Circuit,
  countGates,
  type Engine,
  type RandomStream,
  type StateVector,
  seededRandom,
  splitFinalMeasurements,
} from "../../index.ts";
import { CliError } from "../cli-error.ts";
import type { BenchDocument } from "../documents/bench-document.ts";
import { jsonText } from "../documents/json-text.ts";
import { exitCode } from "../exit-code.ts";
import { loadCircuit } from "../input/load-circuit.ts";
import type { CircuitFlags } from "../options/circuit-options.ts";
import { drawSeed } from "../options/draw-seed.ts";
import type { OutputFlags } from "../options/output-options.ts";
import type { Seed } from "../options/parse-value.ts";
import { publish } from "../output/publish.ts";
import { requireWritable } from "../output/require-writable.ts";
import type { Session } from "../session.ts";
import { chooseEngine } from "./choose-engine.ts";
import { requireValues } from "./require-values.ts";

/** The flags of `kronket bench`. */
export interface BenchFlags extends CircuitFlags, OutputFlags {
  readonly threads: number;
  readonly precision: "64" | "32";
  readonly repeat: number;
  readonly start: "zero" | "random";
  readonly cold?: boolean;
  readonly seed?: Seed;
  readonly maxMemory: number;
}

/** The times of one run, in seconds. */
interface Lap {
  readonly simulation: number;
  readonly compile: number;
  readonly passes: number;
}

/** Runs `kronket bench`: the command line, the file, the limits, the runs, the output. */
export async function benchCircuit(file: string, flags: BenchFlags, session: Session): Promise<void> {
  session.use(flags);
  const { io, version } = session;
  const { threads, repeat, start, cold = false } = flags;
  const precision = flags.precision === "64" ? 64 : 32;
  const engine = chooseEngine({ threads, precision });
  if (flags.out !== undefined) await requireWritable(flags.out, resolve(io.cwd, flags.out));
  const { circuit, input, warnings } = await loadCircuit(file, flags, session);
  requireValues(circuit);
  const timed = unitaryPart(circuit, input.name);
  const seed = start === "zero" ? null : (flags.seed ?? drawSeed());
  if (seed !== null && flags.seed === undefined) {
    session.note(`seed ${seed} (drawn; repeat this run with --seed ${seed})`);
  }
  const runs = new TimedRuns(timed, engine, flags.maxMemory, seed);
  const laps: Lap[] = [];
  const first = cold ? undefined : runs.next();
  for (let run = 0; run < repeat; run++) {
    // Lets an interruption through.
    await new Promise((done) => setImmediate(done));
    if (io.signal.aborted)
      throw new CliError(exitCode.interrupted, "interrupted; nothing is kept of a timing");
    session.progress.update("timing", run / repeat);
    // A circuit that an engine has not seen yet.
    if (cold) runs.forget();
    laps.push(runs.next());
  }
  const seconds = laps.map(({ simulation, compile }) => (cold ? simulation + compile : simulation));
  const result: BenchDocument["result"] = {
    seconds: { min: Math.min(...seconds), median: median(seconds) },
    compileSeconds: first?.compile ?? median(laps.map(({ compile }) => compile)),
    qubits: timed.qubits,
    gates: gateCount(timed),
    passes: laps[0].passes,
    bytesPerAmplitude: runs.bytesPerAmplitude,
  };
  const document: BenchDocument = {
    schema: "kronket/bench/1",
    version,
    seed,
    inputs: [input],
    parameters: {
      threads,
      precision,
      repeat,
      start,
      cold,
      values: { ...flags.param },
      strict: flags.strict ?? false,
    },
    engine: engine.name,
    machine: {
      processor: cpus()[0]?.model ?? "unknown",
      processors: cpus().length,
      memory: totalmem(),
      node: process.version.slice(1),
    },
    ...result,
    result,
    ledger: [],
    warnings: [...warnings],
  };
  await publish(session, flags, jsonText(document), async () => {
    const { benchReport } = await import("../reports/bench-report.ts");
    return benchReport(document, session.colors);
  });
}

/** Runs of one circuit, each in the memory of the last one, so that there is never more than one state. */
class TimedRuns {
  #circuit: Circuit;
  readonly #engine: Engine;
  readonly #limit: { readonly memoryLimit: number };
  /** The seed of the state to start from, null for |0…0⟩. */
  readonly #seed: Seed | null;
  #state: StateVector;

  constructor(circuit: Circuit, engine: Engine, memoryLimit: number, seed: Seed | null) {
    this.#circuit = circuit;
    this.#engine = engine;
    this.#limit = { memoryLimit };
    this.#seed = seed;
    this.#state = engine.run(new Circuit(circuit.qubits), this.#limit).state;
  }

  get bytesPerAmplitude(): 8 | 16 {
    return this.#state.re.BYTES_PER_ELEMENT === 8 ? 16 : 8;
  }

  /** Makes the next run compile anew: engines know circuits again by the object. */
  forget(): void {
    const { qubits, bits, operations } = this.#circuit;
    this.#circuit = new Circuit(qubits, bits, operations);
  }

  next(): Lap {
    if (this.#seed !== null) fillRandomly(this.#state, seededRandom(this.#seed));
    const how = this.#seed === null ? { reuse: this.#state } : { initial: this.#state, inPlace: true };
    const began = performance.now();
    const { state, work } = this.#engine.run(this.#circuit, { ...this.#limit, ...how });
    const whole = (performance.now() - began) / 1000;
    this.#state = state;
    const { prepareSeconds = 0, compileSeconds = 0, passes = this.#circuit.length } = work ?? {};
    return { simulation: whole - prepareSeconds - compileSeconds, compile: compileSeconds, passes };
  }
}

/** A state without structure: independent uniform parts, normalised. */
function fillRandomly({ re, im }: StateVector, random: RandomStream): void {
  let square = 0;
  for (const part of [re, im]) {
    for (let k = 0; k < part.length; k++) {
      part[k] = random.bits32() / 2 ** 32 - 0.5;
      square += part[k] * part[k];
    }
  }
  const scale = 1 / Math.sqrt(square);
  for (const part of [re, im]) for (let k = 0; k < part.length; k++) part[k] *= scale;
}

/** The circuit without its final measurements. Errors: CliError (bad input) for one that measures or branches before. */
function unitaryPart(circuit: Circuit, name: string): Circuit {
  const split = splitFinalMeasurements(circuit);
  if (split !== undefined) return split.circuit;
  throw new CliError(
    exitCode.badInput,
    `${name}: expected measurements at the end only, got a circuit that measures, resets or branches before; its time depends on what is measured: use kronket run.`,
  );
}

function gateCount(circuit: Circuit): number {
  const { barrier: _, ...gates } = countGates(circuit);
  return Object.values(gates).reduce((sum, count) => sum + count, 0);
}
