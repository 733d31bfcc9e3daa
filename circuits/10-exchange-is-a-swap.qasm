// The exchange interaction swaps two spins
//
// XX + YY + ZZ = 2 SWAP − 1, so e^{−iπ/4 (XX + YY + ZZ)} is a swap with a phase e^{−iπ/4}. The
// three terms commute and can be done one after the other.
//
// source: Loss and DiVincenzo, cond-mat/9701055
// expect: state exp(-i*pi/4)|10>
OPENQASM 3.0;
include "stdgates.inc";
gate zz(theta) a, b { // e^{−i theta/2 Z⊗Z}
  cx a, b;
  rz(theta) b;
  cx a, b;
}
gate xx(theta) a, b { // H turns Z into X
  h a;
  h b;
  zz(theta) a, b;
  h a;
  h b;
}
gate yy(theta) a, b { // S H turns Z into Y
  sdg a;
  sdg b;
  xx(theta) a, b;
  s a;
  s b;
}
qubit[2] spin;

x spin[0];
xx(pi / 2) spin[0], spin[1];
yy(pi / 2) spin[0], spin[1];
zz(pi / 2) spin[0], spin[1];
