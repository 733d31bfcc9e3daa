"""What every peer's script shares: circuits, start states, checksums and the loop that answers.

A script says {"ready": true} once its libraries are loaded. It reads one request a line on stdin, {"circuit": path, "start": "zero" | "random", "variant": name, "check": bool},
and answers with one line on stdout, {"seconds": number, "norm": number, "checksum": number} or {"error": text}.
`seconds` is for the simulation alone: circuits are built, fused and states prepared before.
"""

import json
import os
import sys

import numpy as np

CHUNK = 1 << 20


def hashed(first, count, stream):
    """Numbers in [-1/2, 1/2) from a mixed counter; the same as hashedNumber in bench/contest/start-state.ts."""
    x = np.arange(first, first + count, dtype=np.uint32) * np.uint32(2) + np.uint32(stream)
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x85EBCA6B)
    x ^= x >> np.uint32(13)
    x *= np.uint32(0xC2B2AE35)
    x ^= x >> np.uint32(16)
    return x / 2.0**32 - 0.5


def start_state(qubits, dtype=np.complex128):
    """A state without structure; entry k belongs to the basis state whose bit q is qubit q."""
    size = 1 << qubits
    state = np.empty(size, dtype=dtype)
    square = 0.0
    for first in range(0, size, CHUNK):
        count = min(CHUNK, size - first)
        part = hashed(first, count, 0) + 1j * hashed(first, count, 1)
        square += float(np.sum(part.real**2 + part.imag**2))
        state[first : first + count] = part
    for first in range(0, size, CHUNK):
        state[first : first + CHUNK] /= square**0.5
    return state


def checksum(state):
    """The squared norm, and |sum r_k psi_k| with fixed numbers r_k: it sees every amplitude, and no global phase."""
    norm = 0.0
    total = 0j
    for first in range(0, len(state), CHUNK):
        part = state[first : first + CHUNK].astype(np.complex128)
        norm += float(np.sum(part.real**2 + part.imag**2))
        weights = hashed(first, len(part), 0x9E3779B9) + 1j * hashed(first, len(part), 0x9E3779BA)
        total += complex(np.sum(weights * part))
    return norm, abs(total)


def read_circuit(path):
    """{"qubits": n, "gates": [[name, [angles], [qubits]], ...]}; "mcz" is Z under all qubits but its last one."""
    with open(path, encoding="utf-8") as file:
        circuit = json.load(file)
    return circuit["qubits"], [(name, angles, qubits) for name, angles, qubits in circuit["gates"]]


def serve(run):
    """Answers requests with run(qubits, gates, start, variant, check) -> (seconds, state or None)."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # What a library prints must not come between the answers.
    os.dup2(2, 1)
    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            qubits, gates = read_circuit(request["circuit"])
            seconds, state = run(qubits, gates, request["start"], request["variant"], request["check"])
            answer = {"seconds": seconds}
            if state is not None:
                answer["norm"], answer["checksum"] = checksum(state)
            del state
        except Exception as error:  # An answer is due whatever goes wrong.
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers, flush=True)
