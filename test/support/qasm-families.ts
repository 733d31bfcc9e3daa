/**
 * Programs of the families that public collections of OpenQASM circuits consist of, for any size.
 *
 * Each is the body of a program of either version: registers `q` of qubits and `c` of bits are declared before it.
 */
export interface QasmFamily {
  readonly name: string;
  readonly qubits: number;
  readonly bits: number;
  readonly body: string;
  /** The probability of each value of the bits, where it is known by other means. */
  readonly law?: Readonly<Record<number, number>>;
}

/** A family's program in one version. */
export function familyProgram({ qubits, bits, body }: QasmFamily, version: 2 | 3): string {
  return version === 2
    ? `OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[${qubits}];\ncreg c[${bits}];\n${body}`
    : `OPENQASM 3.0;\ninclude "stdgates.inc";\nqubit[${qubits}] q;\nbit[${bits}] c;\n${body}`;
}

/** The members of the families that the tests read and run. */
export function qasmFamilies(): QasmFamily[] {
  return [
    ...[2, 5, 9].map(catState),
    ...[0, 5, 11].map((secret) => bernsteinVazirani(4, secret)),
    ...[
      [1, 15],
      [9, 6],
      [15, 15],
    ].map(([a, b]) => adder(4, a, b)),
    ...[0, 3, 13].map((value) => fourier(4, value)),
    ...[1, 6, 11].map((value) => semiclassicalFourier(4, value)),
    ...[0, 3, 6].map(grover),
    ...[0.3, 1.1, 2.5].map(teleportation),
    ...[-1, 0, 1, 2].map(bitFlipCode),
    isingChain(6, 3),
    variational(5, 3),
    maxCut(6, 2),
    wState(3),
  ];
}

function lines(count: number, line: (k: number) => string): string {
  return Array.from({ length: count }, (_, k) => line(k)).join("\n");
}

function catState(n: number): QasmFamily {
  const body = `h q[0];\n${lines(n - 1, (k) => `cx q[${k}],q[${k + 1}];`)}\nmeasure q -> c;\n`;
  return { name: `cat state of ${n}`, qubits: n, bits: n, body, law: { 0: 0.5, [2 ** n - 1]: 0.5 } };
}

function bernsteinVazirani(n: number, secret: number): QasmFamily {
  const oracle = lines(n, (k) => ((secret >> k) & 1 ? `cx q[${k}],q[${n}];` : `id q[${k}];`));
  const measures = lines(n, (k) => `measure q[${k}] -> c[${k}];`);
  const body = `x q[${n}];\nh q;\nbarrier q;\n${oracle}\nbarrier q;\nh q;\n${measures}\n`;
  return { name: `Bernstein–Vazirani of ${secret}`, qubits: n + 1, bits: n, body, law: { [secret]: 1 } };
}

/** Cuccaro's ripple-carry adder: q[0] is the carry, then a and b, then the carry out. */
function adder(n: number, a: number, b: number): QasmFamily {
  const [at, bt] = [(k: number) => `q[${1 + k}]`, (k: number) => `q[${1 + n + k}]`];
  const carry = (k: number) => (k === 0 ? "q[0]" : at(k - 1));
  const body = [
    "gate majority x1,y1,z1 { cx z1,y1; cx z1,x1; ccx x1,y1,z1; }",
    "gate unmaj x1,y1,z1 { ccx x1,y1,z1; cx z1,x1; cx x1,y1; }",
    lines(n, (k) => `${(a >> k) & 1 ? "x" : "id"} ${at(k)}; ${(b >> k) & 1 ? "x" : "id"} ${bt(k)};`),
    lines(n, (k) => `majority ${carry(k)},${bt(k)},${at(k)};`),
    `cx ${at(n - 1)},q[${2 * n + 1}];`,
    lines(n, (k) => `unmaj ${carry(n - 1 - k)},${bt(n - 1 - k)},${at(n - 1 - k)};`),
    lines(n, (k) => `measure ${bt(k)} -> c[${k}];`),
    `measure q[${2 * n + 1}] -> c[${n}];`,
    "",
  ].join("\n");
  return { name: `adder of ${a} and ${b}`, qubits: 2 * n + 2, bits: n + 1, body, law: { [a + b]: 1 } };
}

const ones = (n: number, value: number) => lines(n, (k) => ((value >> k) & 1 ? `x q[${k}];` : `id q[${k}];`));

/** The transform of a basis state, and its inverse written the other way round: the state comes back. */
function fourier(n: number, value: number): QasmFamily {
  const steps: string[] = [];
  const inverse: string[] = [];
  for (let k = n - 1; k >= 0; k--) {
    steps.push(`h q[${k}];`);
    inverse.unshift(`h q[${k}];`);
    for (let j = k - 1; j >= 0; j--) {
      steps.push(`cp(pi/${2 ** (k - j)}) q[${j}],q[${k}];`);
      inverse.unshift(`cp(-pi/${2 ** (k - j)}) q[${j}],q[${k}];`);
    }
  }
  const body = [ones(n, value), ...steps, "barrier q;", ...inverse, "measure q -> c;", ""].join("\n");
  return { name: `Fourier transform of ${value} and back`, qubits: n, bits: n, body, law: { [value]: 1 } };
}

/** The phases of a transformed state read bit by bit, each rotation decided by what was measured before. */
function semiclassicalFourier(n: number, value: number): QasmFamily {
  const phases = lines(n, (k) => `h q[${k}]; rz(${value}*pi/${2 ** (n - 1 - k)}) q[${k}];`);
  const reading = lines(n, (k) => {
    const target = n - 1 - k;
    const known = Array.from(
      { length: 2 ** k },
      (_, v) => `if(c==${v}) rz(-${v}*pi/${2 ** k}) q[${target}];`,
    ).join("\n");
    return `${known}\nh q[${target}];\nmeasure q[${target}] -> c[${k}];`;
  });
  const phase = phases.replace(/q\[(\d+)\]/g, (_, k) => `q[${n - 1 - Number(k)}]`);
  const body = `${phase.replace(/pi\/(\d+)/g, (_, d) => `pi/${2 ** (n - 1) / Number(d)}`)}\n${reading}\n`;
  return { name: `semiclassical reading of ${value}`, qubits: n, bits: n, body, law: { [value]: 1 } };
}

/** Two rounds over eight states: the marked one comes with probability sin²(5θ), sin θ = 1/√8. */
function grover(marked: number): QasmFamily {
  const flip = lines(3, (k) => ((marked >> k) & 1 ? `id q[${k}];` : `x q[${k}];`));
  const ccz = "h q[2]; ccx q[0],q[1],q[2]; h q[2];";
  const round = `${flip}\n${ccz}\n${flip}\nh q; x q; ${ccz} x q; h q;\n`;
  const p = Math.sin(5 * Math.asin(1 / Math.sqrt(8))) ** 2;
  const law = Object.fromEntries(Array.from({ length: 8 }, (_, k) => [k, k === marked ? p : (1 - p) / 7]));
  return {
    name: `Grover for ${marked}`,
    qubits: 3,
    bits: 3,
    body: `h q;\n${round}${round}measure q -> c;\n`,
    law,
  };
}

function teleportation(angle: number): QasmFamily {
  const body = `ry(${angle}) q[0];\nh q[1]; cx q[1],q[2];\nbarrier q;\ncx q[0],q[1]; h q[0];
measure q[0] -> c[0]; measure q[1] -> c[1];
if(c==1) z q[2]; if(c==3) z q[2]; if(c==2) x q[2]; if(c==3) x q[2];\nmeasure q[2] -> c[2];\n`;
  const one = Math.sin(angle / 2) ** 2 / 4;
  const law = Object.fromEntries(Array.from({ length: 8 }, (_, k) => [k, k >= 4 ? one : 1 / 4 - one]));
  return { name: `teleportation of Ry(${angle})`, qubits: 3, bits: 3, body, law };
}

/** Three qubits hold a 1, one is flipped, and the syndrome says which. */
function bitFlipCode(error: number): QasmFamily {
  const body = `x q[0]; cx q[0],q[1]; cx q[0],q[2];\n${error < 0 ? "id q[0];" : `x q[${error}];`}
cx q[0],q[3]; cx q[1],q[3]; cx q[1],q[4]; cx q[2],q[4];\nmeasure q[3] -> c[0]; measure q[4] -> c[1];
if(c==1) x q[0]; if(c==3) x q[1]; if(c==2) x q[2];\ncx q[0],q[1]; cx q[0],q[2];\nmeasure q[0] -> c[2];\n`;
  const syndrome = [0, 1, 3, 2][error + 1];
  return {
    name: `bit-flip code, ${error < 0 ? "no error" : `error on ${error}`}`,
    qubits: 5,
    bits: 3,
    body,
    law: { [4 + syndrome]: 1 },
  };
}

function isingChain(n: number, steps: number): QasmFamily {
  const step = (s: number) =>
    `${lines(n, (k) => `rx(0.${s + 1}*pi/(${k}+2)) q[${k}];`)}\n${lines(n - 1, (k) => `cx q[${k}],q[${k + 1}]; rz(-.5e-1*${k + 1}) q[${k + 1}]; cx q[${k}],q[${k + 1}];`)}`;
  return { name: "Ising chain", qubits: n, bits: n, body: `h q;\n${lines(steps, step)}\nmeasure q -> c;\n` };
}

function variational(n: number, layers: number): QasmFamily {
  const layer = (l: number) =>
    `${lines(n, (k) => `u3(${k + 1}.25/${l + 2},-pi/${k + 3},sin(0.${l + 1})) q[${k}];`)}\n${lines(n - 1, (k) => `cz q[${k}],q[${k + 1}];`)}`;
  return {
    name: "variational layers",
    qubits: n,
    bits: n,
    body: `${lines(layers, layer)}\nmeasure q -> c;\n`,
  };
}

function maxCut(n: number, rounds: number): QasmFamily {
  const round = (r: number) =>
    `${lines(n, (k) => `cx q[${k}],q[${(k + 1) % n}]; rz(2*0.${r + 3}) q[${(k + 1) % n}]; cx q[${k}],q[${(k + 1) % n}];`)}\nrx(2*(0.7-0.${r + 1})) q;`;
  return {
    name: "QAOA on a ring",
    qubits: n,
    bits: n,
    body: `h q;\n${lines(rounds, round)}\nmeasure q -> c;\n`,
  };
}

function wState(n: number): QasmFamily {
  const body = `x q[0];\n${lines(n - 1, (k) => {
    const angle = 2 * Math.acos(Math.sqrt(1 / (n - k)));
    return `cry(${angle}) q[${k}],q[${k + 1}]; cx q[${k + 1}],q[${k}];`;
  })}\nmeasure q -> c;\n`;
  const law = Object.fromEntries(Array.from({ length: n }, (_, k) => [2 ** k, 1 / n]));
  return { name: `W state of ${n}`, qubits: n, bits: n, body, law };
}
