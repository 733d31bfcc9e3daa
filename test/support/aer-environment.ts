import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the test keeps its Python: made once, used by later runs. */
const home = join(tmpdir(), "kronket-aer-environment");
const inside = process.platform === "win32" ? join("Scripts", "python.exe") : join("bin", "python");
const modules = ["qiskit>=2,<3", "qiskit-aer>=0.17,<1", "qiskit-qasm3-import>=0.6,<1"];

/**
 * A Python with a real Qiskit Aer, or why there is none.
 *
 * It is made from PyPI in a virtual environment (about half a minute) when KRONKET_AER is 1, and used whenever it is
 * there; otherwise the tests that need it are skipped with the reason.
 */
export function aerEnvironment(): { readonly python: string } | { readonly reason: string } {
  const python = join(home, inside);
  if (existsSync(python)) return { python };
  if (process.env.KRONKET_AER !== "1") {
    return { reason: "no Qiskit Aer at hand; KRONKET_AER=1 makes an environment from PyPI" };
  }
  const making = `${home}-${process.pid}`;
  try {
    // Environments know their own path: made in place, and moved away only when something goes wrong.
    execFileSync("python3", ["-m", "venv", home], { stdio: "pipe" });
    execFileSync(python, ["-m", "pip", "install", "--quiet", ...modules], { stdio: "pipe" });
    return { python };
  } catch (error) {
    if (existsSync(home)) {
      renameSync(home, making);
      rmSync(making, { recursive: true, force: true });
    }
    return { reason: `no environment could be made: ${(error as Error).message.split("\n")[0]}` };
  }
}
