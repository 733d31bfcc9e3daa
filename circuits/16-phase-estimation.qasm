// Phase estimation of a phase with four bits
//
// |1⟩ gains the phase e^{2πi·5/16} under the gate p(2π·5/16). A phase of four binary digits is
// read exactly: 5 = 0101.
//
// source: Cleve, Ekert, Macchiavello and Mosca, quant-ph/9708016
// expect: counts 0101 1
OPENQASM 3.0;
include "stdgates.inc";
gate qft4 a, b, c, d { // a is the lowest bit
  h d;
  cp(pi / 2) c, d;
  cp(pi / 4) b, d;
  cp(pi / 8) a, d;
  h c;
  cp(pi / 2) b, c;
  cp(pi / 4) a, c;
  h b;
  cp(pi / 2) a, b;
  h a;
  swap a, d;
  swap b, c;
}
qubit[4] count;
qubit eigen;
bit[4] digits;

x eigen;
h count;
for int k in [0:3] {
  cp(2 * pi * 5 / 16 * 2 ** k) count[k], eigen; // the 2^k-th power, controlled by bit k
}
inv @ qft4 count[0], count[1], count[2], count[3];
digits = measure count;
