// Teleportation
//
// A state moves from one qubit to another by a Bell pair and two classical bits. Bob's qubit
// is turned back at the end: it reads 0 in every run exactly if it holds Alice's state. The
// two bits that are sent are fair coins and tell nothing.
//
// source: Bennett et al., Physical Review Letters 70, 1895 (1993)
// expect: counts 000 1/4, 001 1/4, 010 1/4, 011 1/4
OPENQASM 3.0;
include "stdgates.inc";
qubit message;
qubit alice;
qubit bob;
bit[2] sent;
bit check;

ry(pi / 3) message; // any state
rz(pi / 5) message;

h alice; // the pair
cx alice, bob;

cx message, alice; // Alice measures in the Bell basis
h message;
sent[0] = measure message;
sent[1] = measure alice;

if (sent[1] == 1) x bob; // Bob repairs
if (sent[0] == 1) z bob;

rz(-pi / 5) bob; // and the preparation is undone
ry(-pi / 3) bob;
check = measure bob;
