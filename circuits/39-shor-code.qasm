// Shor's nine-qubit code
//
// Nine qubits hold one and correct any error of any one of them, here an arbitrary rotation of
// q[4]. The preparation is undone at the end: the qubit reads 0 with certainty exactly if the
// state has survived.
//
// source: Shor, Physical Review A 52, R2493 (1995)
// expect: counts 0 1
OPENQASM 2.0;
include "qelib1.inc";
qreg q[9];
creg c[1];

ry(pi/3) q[0]; // any state
rz(pi/5) q[0];

cx q[0], q[3]; // against phase flips
cx q[0], q[6];
h q[0];
h q[3];
h q[6];
cx q[0], q[1]; // against bit flips
cx q[0], q[2];
cx q[3], q[4];
cx q[3], q[5];
cx q[6], q[7];
cx q[6], q[8];

barrier q;
u3(0.7,1.1,0.4) q[4]; // the error
barrier q;

cx q[0], q[1]; // majority votes in each block
cx q[0], q[2];
ccx q[1], q[2], q[0];
cx q[3], q[4];
cx q[3], q[5];
ccx q[4], q[5], q[3];
cx q[6], q[7];
cx q[6], q[8];
ccx q[7], q[8], q[6];
h q[0]; // and among the blocks
h q[3];
h q[6];
cx q[0], q[3];
cx q[0], q[6];
ccx q[3], q[6], q[0];

rz(-pi/5) q[0];
ry(-pi/3) q[0];
measure q[0] -> c[0];
