// Deutsch–Jozsa: constant or balanced?
//
// f(x) = x0 ⊕ x1·x2 is 1 for half of its inputs. One query tells it from a constant function
// for certain: a constant function gives 000 always, a balanced one never. This f spreads over
// the four outcomes whose last bit is 1.
//
// source: Deutsch and Jozsa, Proceedings of the Royal Society A 439, 553 (1992)
// expect: counts 001 1/4, 011 1/4, 101 1/4, 111 1/4
OPENQASM 2.0;
include "qelib1.inc";
qreg arg[3];
qreg f[1];
creg c[3];

x f[0]; // the answer qubit in |−> turns answers into signs
h f[0];
h arg;

cx arg[0], f[0]; // the one query
ccx arg[1], arg[2], f[0];

h arg;
measure arg -> c;
