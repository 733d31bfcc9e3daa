// Repeat until success: a rotation by arccos(3/5)
//
// Hadamard, S and Toffoli gates make a rotation by an angle that is no fraction of π. A try
// succeeds with probability 5/8; a failure has applied Z, which is undone before the next try.
// In the end the state is always the same.
//
// source: Nielsen and Chuang, exercise 4.41; Paetznick and Svore, arXiv:1311.1074
// expect: state |000>
// expect: counts 000 1
OPENQASM 3.0;
include "stdgates.inc";
gate attempt a, b, target {
  h a;
  h b;
  ccx a, b, target;
  s target;
  ccx a, b, target;
  h a;
  h b;
}
qubit target;
qubit[2] ancilla;
bit[2] failed;
bit check;

h target;
attempt ancilla[0], ancilla[1], target;
failed = measure ancilla;
while (failed != 0) {
  z target;
  reset ancilla;
  attempt ancilla[0], ancilla[1], target;
  failed = measure ancilla;
}
rz(-arccos(3 / 5.0)) target; // turn back: |+>, then |0>
h target;
check = measure target;
