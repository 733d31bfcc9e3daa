// W state of three qubits
//
// Exactly one of the three qubits is 1, and it is not decided which. Lose one qubit and the
// other two stay entangled, unlike in the GHZ state.
//
// source: Dür, Vidal and Cirac, quant-ph/0005115
// expect: state sqrt(1/3)|001> + sqrt(1/3)|010> + sqrt(1/3)|100>
// expect: counts 001 1/3, 010 1/3, 100 1/3
OPENQASM 3.0;
include "stdgates.inc";
qubit[3] q;
bit[3] c;

ry(2 * arccos(sqrt(1 / 3.0))) q[0]; // the share 1/3 keeps q[0] = 0
ctrl @ h q[0], q[1];                // the other 2/3 are halved
cx q[1], q[2];
cx q[0], q[1];
x q[0];
c = measure q;
