"""PennyLane Lightning (lightning.qubit), complex128, gate by gate through its own kernels; it has one variant, plain."""

import time

import numpy as np
from contest import serve, start_state
from pennylane_lightning.lightning_qubit_ops import StateVectorC128


def build(qubits, gates):
    """A list of calls. The first wire of Lightning is the high bit."""
    calls = []
    for name, angles, on in gates:
        wires = [qubits - 1 - q for q in on]
        if name == "u":
            theta, phi, lam = angles
            # Rot(a, b, c) = RZ(c) RY(b) RZ(a), which is U up to a global phase.
            calls.append(("Rot", (wires, False, [lam, theta, phi])))
        elif name in ("h", "x", "rx", "ry", "cx", "cz", "swap", "cp"):
            kernel = {
                "h": "Hadamard",
                "x": "PauliX",
                "rx": "RX",
                "ry": "RY",
                "cx": "CNOT",
                "cz": "CZ",
                "swap": "SWAP",
                "cp": "ControlledPhaseShift",
            }[name]
            calls.append((kernel, (wires, False, angles)))
        elif name == "mcz":
            calls.append(("PauliZ", (wires[:-1], [True] * (len(wires) - 1), wires[-1:], False, [])))
        else:
            raise ValueError(f"no gate {name}")
    return calls


def run(qubits, gates, start, variant, check):
    state = StateVectorC128(qubits)
    if start == "random":
        state.updateData(start_state(qubits))
    calls = [(getattr(state, name), arguments) for name, arguments in build(qubits, gates)]
    began = time.perf_counter()
    for call, arguments in calls:
        call(*arguments)
    seconds = time.perf_counter() - began
    if not check:
        return seconds, None
    vector = np.zeros(1 << qubits, dtype=np.complex128)
    state.getState(vector)
    return seconds, vector


serve(run)
