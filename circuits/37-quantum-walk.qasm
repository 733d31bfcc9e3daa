// Quantum walk on a line
//
// A coin qubit is tossed by a Hadamard gate and decides the direction of each step. After five
// steps the walker is at −3 with probability 17/32, far from where a random walk would be.
// Positions are in two's complement: 1101 is −3.
//
// source: Kempe, quant-ph/0303081, table 1
// expect: counts 1011 1/32, 1101 17/32, 1111 1/8, 0001 1/8, 0011 5/32, 0101 1/32
OPENQASM 3.0;
include "stdgates.inc";
gate increment a, b, c, d { // a is the lowest bit
  ctrl(3) @ x a, b, c, d;
  ccx a, b, c;
  cx a, b;
  x a;
}
gate walk coin, a, b, c, d { // right where the coin is 0, left where it is 1
  h coin;
  negctrl @ increment coin, a, b, c, d;
  ctrl @ inv @ increment coin, a, b, c, d;
}
qubit coin;
qubit[4] place;
bit[4] seen;

x coin; // starts with "left"
for int step in [1:5] {
  walk coin, place[0], place[1], place[2], place[3];
}
seen = measure place;
