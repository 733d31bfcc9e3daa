// Swap test
//
// Compares two unknown states: the ancilla reads 1 with probability (1 − |⟨a|b⟩|²)/2. Here
// |⟨a|b⟩|² = cos²(π/6) = 3/4.
//
// source: Buhrman, Cleve, Watrous and de Wolf, quant-ph/0102001
// expect: counts 0 7/8, 1 1/8
OPENQASM 2.0;
include "qelib1.inc";
qreg ancilla[1];
qreg a[1];
qreg b[1];
creg c[1];

ry(pi/3) b[0]; // a is |0>, b is cos(π/6)|0> + sin(π/6)|1>

h ancilla[0];
cswap ancilla[0], a[0], b[0];
h ancilla[0];
measure ancilla[0] -> c[0];
