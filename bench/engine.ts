import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Family, families, familyCircuit } from "./circuits/families.ts";
import { nativeTable, npmTable, type Row, scalingTable } from "./contest/comparison-table.ts";
import type { Contender, Job } from "./contest/contender.ts";
import { measureJob, type Score } from "./contest/measure-job.ts";
import { npmContenders, type npmPeers } from "./contest/npm-contenders.ts";
import { ownContenders } from "./contest/own-contenders.ts";
import { pythonContenders } from "./contest/python-contenders.ts";
import { writeCircuit } from "./contest/write-circuit.ts";

/** What is compared with what. */
export interface EngineBench {
  readonly families: readonly Family[];
  readonly sizes: readonly number[];
  readonly threads: readonly number[];
  readonly starts: readonly ("zero" | "random")[];
  readonly rounds: number;
  /** Seconds that one run of another program may take. */
  readonly limit: number;
  /** The Python with the native programs, or undefined to leave them out. */
  readonly python?: string;
  readonly npm: readonly (typeof npmPeers)[number][];
  readonly note: (text: string) => void;
}

/** A size of state that the slowest programs from npm simulate within seconds. */
const smallest = 8;
/** A variant that is slower than the best one of its program by this factor is not tried at larger sizes. */
const behind = 1.3;

/** Times the five families for this library, for native programs and for packages from npm, and gives the tables. */
export async function benchEngine(bench: EngineBench): Promise<string> {
  const rows = await againstNative(bench);
  const parts = [nativeTable(rows), scalingTable(rows)];
  if (bench.npm.length > 0) parts.push(npmTable(await againstNpm(bench)));
  return parts.join("\n\n");
}

async function againstNative(bench: EngineBench): Promise<Row[]> {
  const { python, limit } = bench;
  const rows: Row[] = [];
  for (const threads of bench.threads) {
    const native = python === undefined ? [] : pythonContenders(python, threads, limit);
    const all = [...ownContenders(threads, limit), ...native];
    for (const family of bench.families) {
      for (const start of bench.starts) {
        let left: readonly Contender[] = all;
        for (const qubits of [...bench.sizes].sort((a, b) => a - b)) {
          if (left.length === 0) continue;
          const scores = await measureJob(job(family, qubits, start), left, bench);
          const row = { family, qubits, threads, start, scores };
          rows.push(row);
          bench.note(nativeTable([row]).split("\n")[2]);
          left = stillInTheRace(scores, bench);
        }
      }
    }
    for (const contender of all) contender.close();
  }
  return rows;
}

/** Those that did not fail, are near the best variant of their program, and will be done with four times the work. */
function stillInTheRace(scores: readonly Score[], { limit }: EngineBench): Contender[] {
  const first = ({ seconds }: Score) => seconds[0] ?? Number.POSITIVE_INFINITY;
  return scores
    .filter((score) => {
      const siblings = scores.filter(({ contender }) => contender.name === score.contender.name);
      return first(score) <= behind * Math.min(...siblings.map(first)) && 4 * first(score) < limit;
    })
    .map(({ contender }) => contender);
}

/** For each package and family, the largest size that it is done with within the limit. */
async function againstNpm(bench: EngineBench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const peer of npmContenders(bench.npm, bench.limit)) {
    for (const family of bench.families) {
      let last: Row | undefined;
      for (let qubits = smallest; qubits <= Math.max(...bench.sizes); qubits++) {
        const scores = await measureJob(
          job(family, qubits, "zero"),
          [ownContenders(1, bench.limit)[0], peer],
          {
            ...bench,
            rounds: 1,
          },
        );
        const seconds = scores.find(({ contender }) => contender === peer)?.seconds[0];
        if (seconds === undefined) break;
        last = { family, qubits, threads: 1, start: "zero", scores };
        // Work at least doubles with each qubit.
        if (2 * seconds > bench.limit) break;
      }
      if (last !== undefined) rows.push(last);
    }
  }
  return rows;
}

const folder = fileURLToPath(new URL("peers/.work/", import.meta.url));

function job(family: Family, qubits: number, start: "zero" | "random"): Job {
  const circuit = familyCircuit(family, qubits);
  mkdirSync(folder, { recursive: true });
  const path = `${folder}${family}-${qubits}.json`;
  writeCircuit(path, circuit);
  return { family, qubits, start, circuit, path };
}

/** The names of the families, for the command line. */
export const familyNames = Object.keys(families) as Family[];
