/**
 * The program that Python runs: it reads a job from a file, runs it on Qiskit Aer and writes the answer beside it.
 *
 * A job is { program, shots, seed, simulator }, an answer { counts } or { missing } or { refused, message }. Under MPI every
 * process computes and the first one answers.
 */
export const aerScript = `import json
import os
import sys


def answer(folder, content):
    path = os.path.join(folder, "answer.json")
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump(content, file)
    os.replace(path + ".part", path)


def main(folder):
    with open(os.path.join(folder, "job.json"), encoding="utf-8") as file:
        job = json.load(file)
    try:
        import qiskit_qasm3_import
        from qiskit import qasm3, transpile
        from qiskit_aer import AerSimulator
    except ImportError as error:
        return answer(folder, {"missing": error.name or str(error)})
    stage = "program"
    try:
        circuit = qasm3.loads(job["program"])
        stage = "simulator"
        simulator = AerSimulator(**job["simulator"])
        circuit = transpile(circuit, simulator, optimization_level=0)
        result = simulator.run(circuit, shots=job["shots"], seed_simulator=job["seed"]).result()
        if not result.success:
            return answer(folder, {"refused": stage, "message": str(result.status)})
        counts = result.get_counts() if circuit.num_clbits > 0 else {}
        metadata = result.to_dict().get("metadata", {})
    except Exception as error:
        return answer(folder, {"refused": stage, "message": f"{type(error).__name__}: {error}"})
    if metadata.get("mpi_rank", 0) == 0:
        answer(folder, {"counts": {key.replace(" ", ""): value for key, value in counts.items()}})


main(sys.argv[1])
`;
