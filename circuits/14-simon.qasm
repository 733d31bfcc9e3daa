// Simon: a hidden XOR mask
//
// f(x) = f(x ⊕ s) for s = 110 and no other repetition. Each run gives a random y with s·y = 0
// mod 2; two independent ones determine s. Classically it takes about 2^{n/2} queries to see a
// repetition.
//
// source: Simon, SIAM Journal on Computing 26, 1474 (1997)
// expect: counts 000 1/4, 001 1/4, 110 1/4, 111 1/4
OPENQASM 2.0;
include "qelib1.inc";
qreg arg[3];
qreg f[2];
creg c[3];

h arg;

cx arg[0], f[0]; // f(x) = (x0, x1 ⊕ x2)
cx arg[1], f[1];
cx arg[2], f[1];

h arg;
measure arg -> c;
