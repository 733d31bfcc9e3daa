/** Why a run ended before its result. */
type EarlyEnd = "interrupted" | "time limit";

/** A signal that is aborted by the user or by a time limit, and can tell which. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Why it was aborted; null while it was not. */
  reason(): EarlyEnd | null;
  /** Stops the clock. */
  dispose(): void;
}

/** Joins the user's interruption with a limit on the time from now on. */
export function interruption(user: AbortSignal, maxSeconds: number | undefined): Interruption {
  const clock = new AbortController();
  const timer =
    maxSeconds === undefined
      ? undefined
      : setTimeout(() => clock.abort(new Error("time limit")), Math.min(maxSeconds * 1000, 2 ** 31 - 1));
  timer?.unref?.();
  return {
    signal: AbortSignal.any([user, clock.signal]),
    reason: () => (user.aborted ? "interrupted" : clock.signal.aborted ? "time limit" : null),
    dispose: () => clearTimeout(timer),
  };
}
