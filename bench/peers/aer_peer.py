"""Qiskit Aer, state vector, complex128. Variants: fusion5 (its default), fusion3, plain (no fusion).

Its time is the one that Aer itself reports for the experiment, less the time it reports for fusion.
"""

import os

import numpy as np
from contest import serve, start_state
from qiskit import QuantumCircuit
from qiskit.circuit.library import MCPhaseGate
from qiskit_aer import AerSimulator

THREADS = int(os.environ.get("CONTEST_THREADS", "1"))


def build(qubits, gates, start, check):
    circuit = QuantumCircuit(qubits)
    if start == "random":
        circuit.set_statevector(start_state(qubits))
    for name, angles, on in gates:
        if name == "mcz":
            circuit.append(MCPhaseGate(np.pi, len(on) - 1), on)
        else:
            getattr(circuit, name)(*angles, *on)
    # Without anything to save, Aer leaves the whole circuit out.
    if check:
        circuit.save_statevector()
    else:
        circuit.save_amplitudes([0])
    return circuit


def run(qubits, gates, start, variant, check):
    simulator = AerSimulator(
        method="statevector",
        precision="double",
        max_parallel_threads=THREADS,
        fusion_enable=variant != "plain",
        fusion_max_qubit=3 if variant == "fusion3" else 5,
    )
    result = simulator.run(build(qubits, gates, start, check), shots=1).result()
    if not result.success:
        raise RuntimeError(result.status)
    metadata = result.results[0].metadata
    seconds = metadata["time_taken"] - metadata.get("fusion", {}).get("time_taken", 0)
    return seconds, np.asarray(result.get_statevector()) if check else None


serve(run)
