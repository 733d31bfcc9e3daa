import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportQasm, measuredCircuit, type Runner, requireBound, requireShots } from "../../index.ts";
import { type AerOptions, simulatorOptions } from "./aer-options.ts";
import { aerScript } from "./aer-script.ts";
import { oneParameterGates } from "./one-parameter-gates.ts";
import { readAerAnswer } from "./read-aer-answer.ts";
import { runProcess } from "./run-process.node.ts";
import { singleBitConditions } from "./single-bit-conditions.ts";

/**
 * Qiskit Aer as a runner (Node): for states larger than one machine, for GPUs, and as another opinion.
 *
 * Each run writes the circuit as OpenQASM 3 into a folder of its own, starts Python on it with a script that is part of
 * kronket, reads the counts back and removes the folder. Aer's seed is drawn from `random`: the same seed gives the
 * same counts with the same version and options of Aer. The limit of a `while` loop is not passed on. GPUs and MPI are
 * passed on to Aer and were not tried with it.
 *
 * Errors: RangeError for unbound parameters, for assignments and for conditions that Qiskit does not read; Error for
 * Python or modules that are missing, for what Qiskit or Aer refuse (in their words), for a run beyond `timeout`, and
 * for an answer that is none. Rejects with the signal's reason when stopped; Python is then ended.
 *
 * @example await aerRunner({ method: "statevector", blockingEnable: true, blockingQubits: 26, launcher: ["mpirun", "-n", "4"] })
 *   .run(circuit, { shots: 1000, random: seededRandom(7) })
 *
 * Source: Doi and Horii, arXiv:2102.02957 (blocking over several GPUs and machines).
 */
export function aerRunner(options: AerOptions = {}): Runner {
  const { python = "python3", launcher = [], directory = tmpdir(), timeout } = options;
  if (timeout !== undefined && !(timeout > 0)) {
    throw new RangeError(
      `aerRunner: expected a timeout > 0 in milliseconds, got ${timeout}; leave it out for none.`,
    );
  }
  const interpreter = typeof python === "string" ? [python] : python;
  return {
    name: "aer",
    async run(circuit, { shots, random, signal }) {
      requireShots("aerRunner", shots);
      requireBound("aerRunner", circuit);
      signal?.throwIfAborted();
      const measured = measuredCircuit(circuit);
      const program = exportQasm(singleBitConditions(oneParameterGates(measured)), { version: 3 });
      const seed = random.integer(2 ** 31);
      if (shots === 0) return { shots, counts: {} };
      const folder = await mkdtemp(join(directory, "kronket-aer-"));
      try {
        const job = { program, shots, seed, simulator: simulatorOptions(options) };
        await writeFile(join(folder, "job.json"), JSON.stringify(job));
        await writeFile(join(folder, "run.py"), aerScript);
        const command = [...launcher, ...interpreter, join(folder, "run.py"), folder];
        await complete(command, signal, timeout);
        const text = await readFile(join(folder, "answer.json"), "utf8").catch(() => "");
        return { shots, counts: readAerAnswer(text, measured.bits, shots) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Runs the command; a program that is missing, fails or takes too long is told in one line. */
async function complete(
  command: readonly string[],
  signal: AbortSignal | undefined,
  timeout: number | undefined,
): Promise<void> {
  const limit = timeout === undefined ? undefined : AbortSignal.timeout(timeout);
  const signals = [signal, limit].filter((one) => one !== undefined);
  try {
    const { code, complaint } = await runProcess(command, AbortSignal.any(signals));
    if (code === 0) return;
    const last = complaint.split("\n").at(-1);
    throw new Error(
      `aerRunner: expected ${command[0]} to end well, got ${code === null ? "its end by a signal" : `exit code ${code}`}${last ? ` and "${last}"` : ""}; run it by hand to see more.`,
    );
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    if (limit?.aborted === true) {
      throw new Error(
        `aerRunner: expected an answer within ${timeout} ms, got none; raise the timeout or make the circuit smaller.`,
      );
    }
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new Error(
        `aerRunner: expected the program "${command[0]}", got none; install it, or say in { python } or { launcher } where it is.`,
        { cause: error },
      );
    }
    throw error;
  }
}
