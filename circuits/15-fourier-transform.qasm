// Quantum Fourier transform
//
// The number 5 = |101⟩ becomes a wave: every outcome is equally likely, and the phase turns by
// 5/8 of a circle from each basis state to the next.
//
// source: Coppersmith, quant-ph/0201067; Nielsen and Chuang, section 5.1
// expect: state sqrt(1/8)|000> + sqrt(1/8)*exp(i*pi*5/4)|001>
//   + sqrt(1/8)*i|010> + sqrt(1/8)*exp(i*pi*7/4)|011>
//   - sqrt(1/8)|100> + sqrt(1/8)*exp(i*pi/4)|101>
//   - sqrt(1/8)*i|110> + sqrt(1/8)*exp(i*pi*3/4)|111>
OPENQASM 2.0;
include "qelib1.inc";
qreg q[3];

x q[0]; // 5 = 101
x q[2];

h q[2];
cu1(pi/2) q[1], q[2];
cu1(pi/4) q[0], q[2];
h q[1];
cu1(pi/2) q[0], q[1];
h q[0];
swap q[0], q[2];
