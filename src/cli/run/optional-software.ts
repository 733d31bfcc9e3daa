import { execFile } from "node:child_process";

/** A program that kronket can be compared with, but does not need. */
export interface OptionalSoftware {
  readonly name: string;
  /** null when it was not found. */
  readonly version: string | null;
}

const candidates: readonly {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}[] = [
  { name: "python3", command: "python3", args: ["--version"] },
  ...["numpy", "qiskit", "qiskit_aer", "cirq", "pennylane"].map((name) => ({
    name,
    command: "python3",
    args: ["-c", `import importlib.metadata as m; print(m.version("${name.replace("_", "-")}"))`],
  })),
  { name: "julia", command: "julia", args: ["--version"] },
];

/** Looks for programs on the path; none of them is needed. */
export function findOptionalSoftware(): Promise<readonly OptionalSoftware[]> {
  return Promise.all(
    candidates.map(
      ({ name, command, args }) =>
        new Promise<OptionalSoftware>((resolve) => {
          execFile(command, [...args], { timeout: 5000 }, (error, stdout) => {
            const version = error === null ? /\d[\w.+-]*/.exec(stdout)?.[0] : undefined;
            resolve({ name, version: version ?? null });
          });
        }),
    ),
  );
}
