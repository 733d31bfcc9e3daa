import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { aerRunner } from "../../../src/adapters/aer/index.ts";
import { Circuit, seededRandom } from "../../../src/index.ts";

/** Whether there is a Python at all; it needs no packages. */
function hasPython(): boolean {
  try {
    execFileSync("python3", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    console.info("The script for Aer is not tested: no python3.");
    return false;
  }
}

const folder = mkdtempSync(join(tmpdir(), "kronket-aer-script-"));
afterAll(() => rmSync(folder, { recursive: true }));

// Stand-ins for the packages of Qiskit, which write down what the script hands them.
mkdirSync(join(folder, "qiskit"));
writeFileSync(join(folder, "qiskit_qasm3_import.py"), "");
writeFileSync(
  join(folder, "qiskit", "__init__.py"),
  "def transpile(circuit, simulator, **options): return circuit\n",
);
writeFileSync(
  join(folder, "qiskit", "qasm3.py"),
  `class Circuit:
    num_clbits = 1
def loads(text): return Circuit()
`,
);
writeFileSync(
  join(folder, "qiskit_aer.py"),
  `import json, os
here = os.path.dirname(__file__)
class Result:
    success = True
    status = "done"
    def __init__(self, rank): self.rank = rank
    def result(self): return self
    def get_counts(self): return {"1": 4}
    def to_dict(self): return {"metadata": {"mpi_rank": self.rank}}
class AerSimulator:
    def __init__(self, **options): self.options = options
    def run(self, circuit, **options):
        with open(os.path.join(here, "heard.json"), "w") as file:
            json.dump({"simulator": self.options, "run": options}, file)
        return Result(int(os.environ.get("RANK", "0")))
`,
);
const python = (rank: number) => ["env", `PYTHONPATH=${folder}`, `RANK=${rank}`, "python3"];
const coin = new Circuit(1).x(0).measure(0);

describe.skipIf(!hasPython())("the script that Python runs", () => {
  it("hands method, device, precision, blocking, memory and further options to AerSimulator", async () => {
    const aer = aerRunner({
      python: python(0),
      method: "statevector",
      device: "GPU",
      precision: "single",
      blockingEnable: true,
      blockingQubits: 23,
      maxMemory: 4096,
      simulator: { cuStateVec_enable: true },
    });
    const random = seededRandom(5);
    expect((await aer.run(coin, { shots: 4, random })).counts).toEqual({ "1": 4 });
    expect(JSON.parse(readFileSync(join(folder, "heard.json"), "utf8"))).toEqual({
      simulator: {
        method: "statevector",
        device: "GPU",
        precision: "single",
        blocking_enable: true,
        blocking_qubits: 23,
        max_memory_mb: 4096,
        cuStateVec_enable: true,
      },
      run: { shots: 4, seed_simulator: seededRandom(5).integer(2 ** 31) },
    });
  });

  it("says nothing to Aer that was not asked for", async () => {
    await aerRunner({ python: python(0) }).run(coin, { shots: 4, random: seededRandom(1) });
    expect(JSON.parse(readFileSync(join(folder, "heard.json"), "utf8")).simulator).toEqual({});
  });

  it("lets the first process of several answer, and only that one", async () => {
    // As mpirun does: the launcher starts the same command more than once.
    const launcher = join(folder, "launch.sh");
    writeFileSync(launcher, '#!/bin/sh\nshift 3\nfor rank in 1 0 2; do RANK=$rank "$@" || exit 1; done\n');
    const aer = aerRunner({
      launcher: ["sh", launcher, "-n", "3", "mpi"],
      python: ["env", `PYTHONPATH=${folder}`, "python3"],
      blockingEnable: true,
    });
    expect((await aer.run(coin, { shots: 4, random: seededRandom(1) })).counts).toEqual({ "1": 4 });
    const alone = aerRunner({ python: python(1) }).run(coin, { shots: 4, random: seededRandom(1) });
    await expect(alone).rejects.toThrow(/expected counts from Qiskit Aer, got ""/);
  });
});
