// Bit-flip code
//
// Three qubits hold one. Two parities tell where a flip happened without telling what is
// encoded: here data[1] is flipped, the syndrome reads 11, and the flip is undone.
//
// source: Nielsen and Chuang, section 10.1.1
// expect: state sqrt(3)/2|11000> + 1/2|11111>
// expect: counts 11 1
OPENQASM 3.0;
include "stdgates.inc";
qubit[3] data;
qubit[2] ancilla;
bit[2] syndrome;

ry(pi / 3) data[0]; // √3/2 |0> + 1/2 |1>
cx data[0], data[1];
cx data[0], data[2];

x data[1]; // the error

cx data[0], ancilla[0]; // parity of 0 and 1
cx data[1], ancilla[0];
cx data[1], ancilla[1]; // parity of 1 and 2
cx data[2], ancilla[1];
syndrome = measure ancilla;

if (syndrome == 1) x data[0];
if (syndrome == 3) x data[1];
if (syndrome == 2) x data[2];
