import type { Task } from "../../../task/task.ts";
import { sharedKernels } from "../kernels.ts";
import type { TileState } from "../tile-state.ts";
import { borrowTeam, returnTeam } from "./borrow-team.ts";

/** Does some work on a state with the help of other threads, where its memory is shared and they are free. */
export function* withTeam<Result>(state: TileState, work: () => Task<Result>): Task<Result> {
  const { memory, map, precision } = state;
  const module = map.helpers.length === 0 ? null : sharedKernels(precision);
  const team = module === null ? undefined : borrowTeam(map.helpers.length + 1);
  if (team === undefined || module === null) return yield* work();
  try {
    team.attach({ memory, module, passes: map.helpers.map(({ program }) => program) });
    state.team = team;
    return yield* work();
  } finally {
    state.team = undefined;
    team.detach();
    returnTeam(team);
  }
}
