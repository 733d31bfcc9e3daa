import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const wheels = [
  "numpy",
  "qulacs==0.6.*",
  "qsimcirq",
  "qiskit==2.*",
  "qiskit-aer==0.*",
  "pennylane-lightning",
];

/**
 * Makes a virtual environment with the native simulators from PyPI, once, and returns its Python.
 *
 * Errors: Error when Python or its packages cannot be had.
 */
export function installNative(): string {
  const home = join(folder, ".venv");
  const python = join(home, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const ready = join(home, "ready");
  if (existsSync(ready)) return python;
  execFileSync("python3", ["-m", "venv", "--clear", home], { stdio: "inherit" });
  execFileSync(python, ["-m", "pip", "install", "--quiet", ...wheels], { stdio: "inherit" });
  writeFileSync(ready, wheels.join("\n"));
  return python;
}

/**
 * Puts jsqubits into a folder of its own, so that it is no dependency of this library.
 *
 * Errors: Error when npm cannot have it.
 */
export function installJsqubits(): void {
  const home = join(folder, ".npm");
  if (existsSync(join(home, "node_modules/jsqubits"))) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  execFileSync("npm", ["install", "--prefix", home, "--no-audit", "--no-fund", "jsqubits@2"], {
    stdio: "inherit",
  });
}

/** The versions of what was installed, as a line of text. */
export function nativeVersions(python: string): string {
  const program =
    "from importlib.metadata import version as v; print(', '.join(f'{p} {v(p)}' for p in ('qulacs', 'qsimcirq', 'qiskit-aer', 'pennylane-lightning')))";
  return execFileSync(python, ["-c", program], { encoding: "utf8" }).trim();
}
