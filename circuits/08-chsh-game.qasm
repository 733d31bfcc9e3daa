// CHSH game
//
// A referee asks Alice and Bob one random bit each; they win if their answers differ exactly
// when both bits are 1. Without a Bell pair they win at most 3/4 of the games, with one
// cos²(π/8) ≈ 0.854, and nothing can beat that.
//
// source: Clauser et al., Physical Review Letters 23, 880 (1969); Cirel'son, Letters in
//   Mathematical Physics 4, 93 (1980)
// expect: counts 1 (2+sqrt(2))/4, 0 (2-sqrt(2))/4
OPENQASM 3.0;
include "stdgates.inc";
qubit askAlice;
qubit askBob;
qubit alice;
qubit bob;
qubit win;
bit won;

h askAlice; // the questions
h askBob;

h alice; // the pair
cx alice, bob;

ctrl @ ry(-pi / 2) askAlice, alice; // Alice measures at angle 0 or π/4
ry(-pi / 4) bob;                    // Bob at π/8 or −π/8
ctrl @ ry(pi / 2) askBob, bob;

cx alice, win; // win = 1 ⊕ alice ⊕ bob ⊕ askAlice·askBob
cx bob, win;
ccx askAlice, askBob, win;
x win;
won = measure win;
