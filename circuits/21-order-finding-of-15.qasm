// Order finding: the period of 7 modulo 15
//
// 7, 4, 13, 1, …: the order of 7 modulo 15 is 4. Phase estimation of "multiply by 7" shows
// multiples of 8/4 = 2, each with probability 1/4; from them follows the order, and from it 15
// = gcd(7² − 1, 15)·gcd(7² + 1, 15) = 3·5.
//
// source: Shor, quant-ph/9508027; Vandersypen et al., quant-ph/0112176
// expect: counts 000 1/4, 010 1/4, 100 1/4, 110 1/4
OPENQASM 3.0;
include "stdgates.inc";
gate times7 a, b, c, d { // 7x = 15 − 8x mod 15, and 8x turns the bits of x by one place
  swap a, b;
  swap b, c;
  swap c, d;
  x a;
  x b;
  x c;
  x d;
}
gate qft3 a, b, c {
  h c;
  cp(pi / 2) b, c;
  cp(pi / 4) a, c;
  h b;
  cp(pi / 2) a, b;
  h a;
  swap a, c;
}
qubit[3] count;
qubit[4] work;
bit[3] digits;

x work[0]; // the number 1
h count;
ctrl @ times7 count[0], work[0], work[1], work[2], work[3];
ctrl @ pow(2) @ times7 count[1], work[0], work[1], work[2], work[3];
ctrl @ pow(4) @ times7 count[2], work[0], work[1], work[2], work[3];
inv @ qft3 count[0], count[1], count[2];
digits = measure count;
