// GHZ state of four qubits
//
// One Hadamard gate and a chain of CNOT gates put four qubits into "all 0" and "all 1" at
// once. Measuring any one of them decides the others.
//
// source: Greenberger, Horne and Zeilinger, arXiv:0712.0921
// expect: state sqrt(1/2)|0000> + sqrt(1/2)|1111>
// expect: counts 0000 1/2, 1111 1/2
OPENQASM 3.0;
include "stdgates.inc";
qubit[4] q;
bit[4] c;

h q[0];
for int k in [0:2] {
  cx q[k], q[k + 1];
}
c = measure q;
