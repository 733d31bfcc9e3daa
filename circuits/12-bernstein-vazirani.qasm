// Bernstein–Vazirani: a hidden bit string
//
// f(x) = s·x mod 2 hides s = 1011. One quantum query reads all of s; a classical machine needs
// one query for each bit.
//
// source: Bernstein and Vazirani, SIAM Journal on Computing 26, 1411 (1997)
// expect: counts 1011 1
OPENQASM 2.0;
include "qelib1.inc";
qreg arg[4];
qreg f[1];
creg c[4];

x f[0];
h f[0];
h arg;

cx arg[0], f[0]; // the one query, s = 1011
cx arg[1], f[0];
cx arg[3], f[0];

h arg;
measure arg -> c;
