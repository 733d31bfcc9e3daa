// Grover search: one of eight
//
// Two iterations find the marked item 101 among eight with probability sin²(5θ) = 121/128,
// where sin²θ = 1/8.
//
// source: Grover, quant-ph/9605043; Boyer, Brassard, Høyer and Tapp, quant-ph/9605034
// expect: counts 101 121/128, 000 1/128, 001 1/128, 010 1/128, 011 1/128,
//   100 1/128, 110 1/128, 111 1/128
// expect: most likely 101 at least 0.945
OPENQASM 2.0;
include "qelib1.inc";
gate ccz a, b, c {
  h c;
  ccx a, b, c;
  h c;
}
gate oracle a, b, c { // the sign of |101>
  x b;
  ccz a, b, c;
  x b;
}
gate diffuser a, b, c { // 1 − 2|s><s| about the uniform state: the diffuser up to a sign
  h a;
  h b;
  h c;
  x a;
  x b;
  x c;
  ccz a, b, c;
  x a;
  x b;
  x c;
  h a;
  h b;
  h c;
}
qreg q[3];
creg c[3];

h q;
oracle q[0], q[1], q[2];
diffuser q[0], q[1], q[2];
oracle q[0], q[1], q[2];
diffuser q[0], q[1], q[2];
measure q -> c;
