"""Qulacs, complex128. Variants: plain, light (optimize_light), block2 (optimize with blocks of two qubits)."""

import time

from contest import serve, start_state
from qulacs import QuantumCircuit, QuantumState, gate
from qulacs.circuit import QuantumCircuitOptimizer


def build(qubits, gates):
    circuit = QuantumCircuit(qubits)
    for name, angles, on in gates:
        if name == "u":
            theta, phi, lam = angles
            circuit.add_U3_gate(on[0], theta, phi, lam)
        elif name == "h":
            circuit.add_H_gate(on[0])
        elif name == "x":
            circuit.add_X_gate(on[0])
        elif name == "rx":
            # Rotations of Qulacs turn the other way.
            circuit.add_RX_gate(on[0], -angles[0])
        elif name == "ry":
            circuit.add_RY_gate(on[0], -angles[0])
        elif name == "cx":
            circuit.add_CNOT_gate(*on)
        elif name == "cz":
            circuit.add_CZ_gate(*on)
        elif name == "swap":
            circuit.add_SWAP_gate(*on)
        elif name in ("cp", "mcz"):
            phase = gate.U1(on[-1], angles[0]) if name == "cp" else gate.Z(on[-1])
            phase = gate.to_matrix_gate(phase)
            for control in on[:-1]:
                phase.add_control_qubit(control, 1)
            circuit.add_gate(phase)
        else:
            raise ValueError(f"no gate {name}")
    return circuit


def run(qubits, gates, start, variant, check):
    if variant == "light" and any(name == "mcz" for name, _, _ in gates):
        raise ValueError("optimize_light does not come to an end on multi-controlled gates")
    circuit = build(qubits, gates)
    if variant == "light":
        QuantumCircuitOptimizer().optimize_light(circuit)
    elif variant == "block2":
        QuantumCircuitOptimizer().optimize(circuit, 2)
    state = QuantumState(qubits)
    if start == "random":
        state.load(start_state(qubits))
    began = time.perf_counter()
    circuit.update_quantum_state(state)
    seconds = time.perf_counter() - began
    return seconds, state.get_vector() if check else None


serve(run)
