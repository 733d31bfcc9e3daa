/** What the command line says by its exit code. */
export const exitCode = {
  ok: 0,
  /** An error of kronket itself. */
  internal: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A file or its contents are wrong. */
  badInput: 3,
  /** Memory, qubits or time would exceed a limit. */
  limit: 4,
  /** The run is complete, but its certificate does not hold. */
  notMet: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The exit codes as a paragraph of a help text. */
export const exitCodeHelp = `Exit codes:
  0    ok
  1    an error of kronket itself, or a failed self-test
  2    the command line is wrong
  3    bad input, with its place
  4    a limit (memory, qubits, time) is exceeded; nothing was begun, or what was done is kept
  5    the result is there, but its certificate does not hold
  130  interrupted; the last checkpoint is kept (see --resume)`;
