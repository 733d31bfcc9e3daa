/** The callables of Q# for the gates of the table without their controls; angles come first. */
export const callables: Record<string, string> = {
  gphase: "GlobalPhase",
  x: "X",
  y: "ExactY",
  z: "Z",
  h: "H",
  s: "S",
  sdg: "Adjoint S",
  t: "T",
  tdg: "Adjoint T",
  sx: "SX",
  sxdg: "Adjoint SX",
  p: "R1",
  u1: "R1",
  rx: "Rx",
  ry: "Ry",
  rz: "Rz",
  u: "Euler",
  u2: "HalfEuler",
  u3: "Euler",
  swap: "SWAP",
  iswap: "ISwap",
  iswapdg: "Adjoint ISwap",
  rxx: "Rxx",
  ryy: "Ryy",
  rzz: "Rzz",
  rzx: "Rzx",
  ecr: "Ecr",
  r: "RotationInPlane",
  dcx: "DoubleCnot",
  xx_minus_yy: "XXMinusYY",
  xx_plus_yy: "XXPlusYY",
  rccx: "Margolus",
  rc3x: "RelativeX3",
  rc3xdg: "Adjoint RelativeX3",
};

/** The callables that Q# does not bring along, in terms of those that it does. */
export const definitions = `
// e^{i gamma}
operation GlobalPhase(gamma : Double) : Unit is Adj + Ctl {
    Exp([], gamma, []);
}

// Y without the sign that the simulator of QDK adds to a Y right after an H.
operation ExactY(q : Qubit) : Unit is Adj + Ctl {
    body ... {
        Adjoint S(q);
        X(q);
        S(q);
    }
    adjoint self;
    controlled (controls, ...) {
        Controlled Y(controls, q);
    }
    controlled adjoint self;
}

// The gate u of OpenQASM 3: upper left entry cos(theta/2).
operation Euler(theta : Double, phi : Double, lambda : Double, q : Qubit) : Unit is Adj + Ctl {
    Rz(lambda, q);
    Ry(theta, q);
    Rz(phi, q);
    GlobalPhase((phi + lambda) / 2.0);
}

operation HalfEuler(phi : Double, lambda : Double, q : Qubit) : Unit is Adj + Ctl {
    Euler(Std.Math.PI() / 2.0, phi, lambda, q);
}

operation EulerWithPhase(theta : Double, phi : Double, lambda : Double, gamma : Double, q : Qubit) : Unit is Adj + Ctl {
    GlobalPhase(gamma);
    Euler(theta, phi, lambda, q);
}

operation ISwap(a : Qubit, b : Qubit) : Unit is Adj + Ctl {
    S(a);
    S(b);
    H(a);
    CNOT(a, b);
    CNOT(b, a);
    H(b);
}

// e^{-i theta ZX/2}, Z on the first qubit.
operation Rzx(theta : Double, a : Qubit, b : Qubit) : Unit is Adj + Ctl {
    within {
        H(b);
    } apply {
        Rzz(theta, a, b);
    }
}

operation Ecr(a : Qubit, b : Qubit) : Unit is Adj + Ctl {
    Rzx(Std.Math.PI() / 4.0, a, b);
    X(a);
    Rzx(-Std.Math.PI() / 4.0, a, b);
}

// Rotation about cos(phi) X + sin(phi) Y.
operation RotationInPlane(theta : Double, phi : Double, q : Qubit) : Unit is Adj + Ctl {
    Rz(-phi, q);
    Rx(theta, q);
    Rz(phi, q);
}

operation DoubleCnot(a : Qubit, b : Qubit) : Unit is Adj + Ctl {
    CNOT(a, b);
    CNOT(b, a);
}

// The two rotations by circuits of CNOT and Ry, as Qiskit defines them.
operation XXMinusYY(theta : Double, beta : Double, a : Qubit, b : Qubit) : Unit is Adj + Ctl {
    Rz(-beta, b);
    within {
        Rz(-Std.Math.PI() / 2.0, a);
        SX(a);
        Rz(Std.Math.PI() / 2.0, a);
        S(b);
        CNOT(a, b);
    } apply {
        Ry(theta / 2.0, a);
        Ry(-theta / 2.0, b);
    }
    Rz(beta, b);
}

operation XXPlusYY(theta : Double, beta : Double, a : Qubit, b : Qubit) : Unit is Adj + Ctl {
    Rz(beta, a);
    within {
        Rz(-Std.Math.PI() / 2.0, b);
        SX(b);
        Rz(Std.Math.PI() / 2.0, b);
        S(a);
        CNOT(b, a);
    } apply {
        Ry(-theta / 2.0, b);
        Ry(-theta / 2.0, a);
    }
    Rz(-beta, a);
}

// X under two and three controls up to phases.
operation Margolus(a : Qubit, b : Qubit, c : Qubit) : Unit is Adj + Ctl {
    H(c);
    T(c);
    CNOT(b, c);
    Adjoint T(c);
    CNOT(a, c);
    T(c);
    CNOT(b, c);
    Adjoint T(c);
    H(c);
}

operation RelativeX3(a : Qubit, b : Qubit, c : Qubit, d : Qubit) : Unit is Adj + Ctl {
    H(d);
    T(d);
    CNOT(c, d);
    Adjoint T(d);
    H(d);
    CNOT(a, d);
    T(d);
    CNOT(b, d);
    Adjoint T(d);
    CNOT(a, d);
    T(d);
    CNOT(b, d);
    Adjoint T(d);
    H(d);
    T(d);
    CNOT(c, d);
    Adjoint T(d);
    H(d);
}
`;
