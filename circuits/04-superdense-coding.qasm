// Superdense coding
//
// Alice sends two classical bits, here 11, by touching only her half of a Bell pair and
// sending that one qubit to Bob.
//
// source: Bennett and Wiesner, Physical Review Letters 69, 2881 (1992)
// expect: state |11>
// expect: counts 11 1
OPENQASM 2.0;
include "qelib1.inc";
qreg q[2]; // q[0] is Alice's, q[1] is Bob's
creg c[2];

h q[0]; // the Bell pair that they share beforehand
cx q[0], q[1];

x q[0]; // Alice: X for the second bit of the message
z q[0]; // and Z for the first

cx q[0], q[1]; // Bob has both qubits and undoes the pair
h q[0];
measure q -> c;
