// Bell pair
//
// Each of the two qubits alone is a fair coin; together they always agree. No product of
// one-qubit states does that.
//
// source: Nielsen and Chuang, Quantum Computation and Quantum Information, section 1.3.6
// expect: state sqrt(1/2)|00> + sqrt(1/2)|11>
// expect: counts 00 1/2, 11 1/2
OPENQASM 2.0;
include "qelib1.inc";
qreg q[2];
creg c[2];

h q[0];
cx q[0], q[1];
measure q -> c;
