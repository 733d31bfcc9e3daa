// Entanglement swapping
//
// Two Bell pairs, one qubit of each measured together: the two outer qubits, which never met,
// are a Bell pair afterwards. Undoing that pair gives 00 in every run.
//
// source: Żukowski, Zeilinger, Horne and Ekert, Physical Review Letters 71, 4287 (1993)
// expect: counts 00xx 1
OPENQASM 3.0;
include "stdgates.inc";
qubit[4] q;
bit[2] middle;
bit[2] outer;

h q[0]; // pair 0–1
cx q[0], q[1];
h q[2]; // pair 2–3
cx q[2], q[3];

cx q[1], q[2]; // Bell measurement of the middle qubits
h q[1];
middle[0] = measure q[1];
middle[1] = measure q[2];
if (middle[1] == 1) x q[3];
if (middle[0] == 1) z q[3];

cx q[0], q[3]; // undo the pair 0–3
h q[0];
outer[0] = measure q[0];
outer[1] = measure q[3];
