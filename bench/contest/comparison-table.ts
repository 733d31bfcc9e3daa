import type { Family } from "../circuits/families.ts";
import { coldGoal, goal, scalingGoal } from "./goals.ts";
import { median, type Score } from "./measure-job.ts";

/** The scores of one job. */
export interface Row {
  readonly family: Family;
  readonly qubits: number;
  readonly threads: number;
  readonly start: "zero" | "random";
  readonly scores: readonly Score[];
}

const programs = {
  own: ["kronket"],
  cold: ["kronket cold"],
  native: { 16: ["qulacs", "aer", "lightning"], 8: ["qsim"] },
} as const;

/** The table of all jobs against native programs: medians in seconds, ratios, goals. */
export function nativeTable(rows: readonly Row[]): string {
  const head = [
    ["circuit", "threads", "start", "complex128 s", ...programs.native[16], "ratio", "goal"],
    ["cold s", "ratio", "goal"],
    ["complex64 s", ...programs.native[8], "ratio", "goal"],
  ].flat();
  const lines = rows.map((row) => [
    `${row.family}-${row.qubits}`,
    `${row.threads}`,
    startText(row),
    ...half(row, 16),
    ...coldPart(row),
    ...half(row, 8),
  ]);
  return markdown(head, lines, 3);
}

/** The table of what several threads gain: our times with one thread and with more. */
export function scalingTable(rows: readonly Row[]): string {
  const seconds = ({ scores }: Row) => best(scores, programs.own, 16).seconds;
  const lines = rows.flatMap((row) => {
    const alone = rows.find(
      ({ family, qubits, start, threads }) =>
        threads === 1 && family === row.family && qubits === row.qubits && start === row.start,
    );
    if (row.threads === 1 || alone === undefined) return [];
    const gain = seconds(alone) / seconds(row);
    const least = row.qubits < 22 ? undefined : scalingGoal;
    return [
      [
        `${row.family}-${row.qubits}`,
        startText(row),
        secondsText(seconds(alone)),
        `${row.threads}`,
        secondsText(seconds(row)),
        `${gain.toFixed(2)}${least !== undefined && gain < least ? " (missed)" : ""}`,
        least === undefined ? "–" : `≥ ${least}`,
      ],
    ];
  });
  return markdown(["circuit", "start", "1 thread s", "threads", "s", "gain", "goal"], lines, 2);
}

function startText({ start }: Row): string {
  return start === "zero" ? "\\|0…0⟩" : "arbitrary";
}

/** Our time of a first run with compiling, and its ratio to the fastest of the others. */
function coldPart(row: Row): string[] {
  const { seconds } = best(row.scores, programs.cold, 16);
  const ratio = seconds / fastestOf(row, 16);
  const most = row.qubits < 20 ? undefined : coldGoal;
  return [secondsText(seconds), ...ratioCells(ratio, most)];
}

function fastestOf({ scores }: Row, bytesPerAmplitude: 16 | 8): number {
  return best(scores, programs.native[bytesPerAmplitude], bytesPerAmplitude).seconds;
}

function ratioCells(ratio: number, most: number | undefined): string[] {
  const missed = most !== undefined && ratio > most ? " (missed)" : "";
  return [
    Number.isFinite(ratio) && ratio > 0 ? `${ratio.toFixed(3)}${missed}` : "–",
    most === undefined ? "–" : `≤ ${most}`,
  ];
}

/** Our time, those of the others and the ratio to the fastest of them, at one precision. */
function half(row: Row, bytesPerAmplitude: 16 | 8): string[] {
  const own = best(row.scores, programs.own, bytesPerAmplitude);
  const others = programs.native[bytesPerAmplitude].map((name) =>
    best(row.scores, [name], bytesPerAmplitude),
  );
  return [
    secondsText(own.seconds),
    ...others.map(({ seconds, variant }) =>
      variant === "plain" ? secondsText(seconds) : `${secondsText(seconds)} ${variant}`,
    ),
    ...ratioCells(own.seconds / fastestOf(row, bytesPerAmplitude), goal({ ...row, bytesPerAmplitude })),
  ];
}

/** The table of what programs from npm reach: the largest size within the limit, and how much faster this library is. */
export function npmTable(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => {
    const own = best(row.scores, programs.own, 16);
    return row.scores
      .filter(({ contender, seconds }) => !isOwn(contender.name) && seconds.length > 0)
      .map(({ contender, seconds }) => {
        const other = median(seconds);
        return [
          contender.name,
          `${row.family}-${row.qubits}`,
          secondsText(other),
          secondsText(own.seconds),
          `${(other / own.seconds).toPrecision(3)}×`,
        ];
      });
  });
  return markdown(["package", "circuit", "its s", "own s", "faster"], lines, 2);
}

function isOwn(name: string): boolean {
  return (programs.own as readonly string[]).includes(name);
}

/** The fastest of some programs and their variants. */
export function best(
  scores: readonly Score[],
  names: readonly string[],
  bytesPerAmplitude: 16 | 8,
): { readonly seconds: number; readonly variant: string } {
  return scores
    .filter(
      ({ contender, seconds }) =>
        names.includes(contender.name) &&
        contender.bytesPerAmplitude === bytesPerAmplitude &&
        seconds.length > 0,
    )
    .map(({ contender, seconds }) => ({ seconds: median(seconds), variant: contender.variant }))
    .reduce((a, b) => (a.seconds <= b.seconds ? a : b), {
      seconds: Number.POSITIVE_INFINITY,
      variant: "plain",
    });
}

function secondsText(seconds: number): string {
  return Number.isFinite(seconds) ? `${Number(seconds.toPrecision(3))}` : "–";
}

function markdown(head: readonly string[], lines: readonly (readonly string[])[], words: number): string {
  const rule = head.map((_, k) => (k < words ? "---" : "---:"));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
