import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the tests keep their Python: made once, used by later runs. */
const home = join(tmpdir(), "kronket-aer-environment");
const lock = `${home}-being-made`;
const ready = join(home, "ready");
const python = join(
  home,
  process.platform === "win32" ? join("Scripts", "python.exe") : join("bin", "python"),
);
const modules = ["qiskit>=2,<3", "qiskit-aer>=0.17,<1", "qiskit-qasm3-import>=0.6,<1"];
/** A lock that is older was left by a run that was ended, in milliseconds. */
const stale = 600_000;

/**
 * A Python with a real Qiskit Aer, or why there is none.
 *
 * It is made from PyPI in a virtual environment (about half a minute) when KRONKET_AER is 1, and used whenever it is
 * there; otherwise the tests that need it are skipped with the reason. Of several test files that want it at once, one
 * makes it and the others wait.
 */
export function aerEnvironment(): { readonly python: string } | { readonly reason: string } {
  if (existsSync(ready)) return { python };
  if (process.env.KRONKET_AER !== "1") {
    return { reason: "no Qiskit Aer at hand; KRONKET_AER=1 makes an environment from PyPI" };
  }
  while (!takeLock()) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    if (existsSync(ready)) return { python };
  }
  try {
    if (existsSync(ready)) return { python };
    rmSync(home, { recursive: true, force: true });
    execFileSync("python3", ["-m", "venv", home], { stdio: "pipe" });
    execFileSync(python, ["-m", "pip", "install", "--quiet", ...modules], { stdio: "pipe" });
    writeFileSync(ready, modules.join("\n"));
    return { python };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    return { reason: `no environment could be made: ${(error as Error).message.split("\n")[0]}` };
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(): boolean {
  try {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > stale) rmSync(lock, { recursive: true });
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
