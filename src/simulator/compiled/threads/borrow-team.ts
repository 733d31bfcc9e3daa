import { WorkerTeam } from "./worker-team.ts";

/** The teams that stay between runs, by number of threads; a team that is in use is not among them. */
const idle = new Map<number, WorkerTeam>();
/** How many teams are in use, by number of threads. */
const busy = new Map<number, number>();

/**
 * Takes the team of so many threads, started when it is first asked for.
 *
 * Undefined for one thread, where there are no threads, and while another run has the team: that run then works alone.
 */
export function borrowTeam(threads: number): WorkerTeam | undefined {
  if (threads < 2 || (busy.get(threads) ?? 0) > 0) return undefined;
  const known = idle.get(threads);
  idle.delete(threads);
  const team = known?.isWhole === true ? known : WorkerTeam.start(threads);
  if (known !== undefined && known !== team) known.end();
  if (team !== undefined) busy.set(threads, 1);
  return team;
}

/** Gives a team back. */
export function returnTeam(team: WorkerTeam): void {
  busy.delete(team.threads);
  if (team.isWhole) idle.set(team.threads, team);
  else team.end();
}
