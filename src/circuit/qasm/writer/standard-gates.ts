import type { QasmVersion } from "./qasm-names.ts";

/** `qelib1.inc` as Qiskit extends it, without what the table calls otherwise. */
const qelib1 = `u3 u2 u1 cx id u0 u p x y z h s sdg t tdg rx ry rz sx sxdg cz cy swap ch ccx cswap crx cry crz cu1 cp cu3 csx
  cu rxx rzz rccx rc3x c3x c3sqrtx c4x`;

/** `stdgates.inc` of OpenQASM 3. */
const stdgates = `p x y z h s sdg t tdg sx rx ry rz cx cy cz cp crx cry crz ch swap ccx cswap cu CX phase cphase id u1 u2
  u3`;

/** The names that the standard library of each version defines. */
export const standardGates: Record<QasmVersion, ReadonlySet<string>> = {
  2: new Set(qelib1.split(/\s+/)),
  3: new Set(stdgates.split(/\s+/)),
};
