"""qsim through qsimcirq, complex64. Variants: f2, f3, f4, the largest number of qubits of a fused gate.

Its time is the one that qsim itself reports for the simulation, after translation and fusion.
"""

import os
import re
import tempfile

import cirq
import numpy as np
import qsimcirq
from contest import serve, start_state

THREADS = int(os.environ.get("CONTEST_THREADS", "1"))


def build(qubits, gates):
    # Cirq's first qubit is the high bit.
    line = cirq.LineQubit.range(qubits)[::-1]
    operations = []
    for name, angles, on in gates:
        wires = [line[q] for q in on]
        if name == "u":
            theta, phi, lam = angles
            cos, sin = np.cos(theta / 2), np.sin(theta / 2)
            matrix = np.array(
                [[cos, -np.exp(1j * lam) * sin], [np.exp(1j * phi) * sin, np.exp(1j * (phi + lam)) * cos]]
            )
            operations.append(cirq.MatrixGate(matrix)(*wires))
        elif name == "h":
            operations.append(cirq.H(*wires))
        elif name == "x":
            operations.append(cirq.X(*wires))
        elif name == "rx":
            operations.append(cirq.rx(angles[0])(*wires))
        elif name == "ry":
            operations.append(cirq.ry(angles[0])(*wires))
        elif name == "cx":
            operations.append(cirq.CNOT(*wires))
        elif name == "cz":
            operations.append(cirq.CZ(*wires))
        elif name == "swap":
            operations.append(cirq.SWAP(*wires))
        elif name == "cp":
            operations.append(cirq.CZPowGate(exponent=angles[0] / np.pi)(*wires))
        elif name == "mcz":
            operations.append(cirq.ControlledGate(cirq.Z, len(on) - 1)(*wires))
        else:
            raise ValueError(f"no gate {name}")
    return cirq.Circuit(operations), line[::-1]


def run(qubits, gates, start, variant, check):
    circuit, order = build(qubits, gates)
    options = qsimcirq.QSimOptions(max_fused_gate_size=int(variant[1:]), cpu_threads=THREADS, verbosity=2)
    simulator = qsimcirq.QSimSimulator(options)
    initial = start_state(qubits, np.complex64) if start == "random" else 0
    with tempfile.TemporaryFile() as report:
        kept = os.dup(1)
        os.dup2(report.fileno(), 1)
        try:
            _, state, _ = simulator.simulate_into_1d_array(circuit, qubit_order=order, initial_state=initial)
        finally:
            os.dup2(kept, 1)
            os.close(kept)
        report.seek(0)
        text = report.read().decode()
    reported = re.search(r"simu time is (\S+) seconds", text)
    if reported is None:
        raise RuntimeError(f"no time in what qsim reports: {text[:200]!r}")
    return float(reported.group(1)), state if check else None


serve(run)
