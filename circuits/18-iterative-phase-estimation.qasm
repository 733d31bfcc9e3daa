// Phase estimation with one qubit
//
// The bits of the phase 5/8 = 0.101 are read one by one, the last first. Each measured bit
// corrects the angle of the next round, so one qubit that is reset does the work of a whole
// register.
//
// source: Griffiths and Niu, quant-ph/9511007; Dobšíček et al., quant-ph/0610214
// expect: counts 101 1
OPENQASM 3.0;
include "stdgates.inc";
qubit probe;
qubit eigen;
bit[3] digits;

x eigen; // p(2π·5/8) gives |1> the phase 5/8

h probe;
cp(2 * pi * 5 / 8 * 4) probe, eigen;
h probe;
digits[0] = measure probe;
reset probe;

h probe;
cp(2 * pi * 5 / 8 * 2) probe, eigen;
if (digits[0] == 1) p(-pi / 2) probe;
h probe;
digits[1] = measure probe;
reset probe;

h probe;
cp(2 * pi * 5 / 8) probe, eigen;
if (digits[0] == 1) p(-pi / 4) probe;
if (digits[1] == 1) p(-pi / 2) probe;
h probe;
digits[2] = measure probe;
