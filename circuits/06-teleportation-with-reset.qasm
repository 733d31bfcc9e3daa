// Teleportation in two hops, with three qubits
//
// The state hops from q[0] to q[2]; the used qubits are reset, become the next pair, and the
// state hops on to q[1]. Whatever the measurements show, every run ends in the same state.
//
// source: Bennett et al., Physical Review Letters 70, 1895 (1993)
// expect: state sqrt(3)/2|000> + i/2|010>
OPENQASM 3.0;
include "stdgates.inc";
qubit[3] q;
bit[2] m;

ry(pi / 3) q[0];
p(pi / 2) q[0];

h q[1]; // first pair: q[1] and q[2]
cx q[1], q[2];
cx q[0], q[1];
h q[0];
m[0] = measure q[0];
m[1] = measure q[1];
if (m[1] == 1) x q[2];
if (m[0] == 1) z q[2];
reset q[0];
reset q[1];

h q[0]; // second pair: q[0] and q[1]
cx q[0], q[1];
cx q[2], q[0];
h q[2];
m[0] = measure q[2];
m[1] = measure q[0];
if (m[1] == 1) x q[1];
if (m[0] == 1) z q[1];
reset q[0];
reset q[2];
