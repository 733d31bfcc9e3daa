// A fair die from fair coins
//
// Three coins make a number from 0 to 7; 6 and 7 are thrown again. The six numbers that remain
// are equally likely.
//
// source: von Neumann, Various techniques used in connection with random digits (1951):
//   rejection
// expect: counts 000 1/6, 001 1/6, 010 1/6, 011 1/6, 100 1/6, 101 1/6
OPENQASM 3.0;
include "stdgates.inc";
qubit[3] coin;
bit[3] die;

h coin;
die = measure coin;
while (die >= 6) {
  reset coin;
  h coin;
  die = measure coin;
}
