import type { RandomStream } from "../../src/random/random-stream.ts";

/**
 * A long program as people and exporters write them, of about so many characters: gates with numbers and expressions as
 * angles, definitions, broadcasts, measurements, conditions, barriers, comments and blank lines; in version 3 also
 * modifiers, loops, variables and blocks.
 */
export function longQasm(version: 2 | 3, characters: number, random: RandomStream): string {
  const lines = [...(version === 2 ? opening2 : opening3)];
  let length = lines.join("\n").length;
  const write = version === 2 ? statement2 : statement3;
  while (length < characters) {
    const line = write(random);
    lines.push(line);
    length += line.length + 1;
  }
  return `${lines.join("\n")}\n`;
}

const opening2 = [
  "OPENQASM 2.0;",
  'include "qelib1.inc";',
  "gate entangle(theta, phi) a, b { h a; cx a, b; rz(theta/2) b; u3(phi, -theta, pi/4) a; }",
  "qreg q[16]; qreg anc[4]; qreg r[16];",
  "creg c[16]; creg flag[4];",
];

const opening3 = [
  "OPENQASM 3.0;",
  'include "stdgates.inc";',
  "gate entangle(theta, phi) a, b { h a; cx a, b; rz(theta/2) b; U(phi, -theta, pi/4) a; }",
  "qubit[16] q; qubit[4] anc; qubit[16] r;",
  "bit[16] c; bit[4] flag;",
  "const float step = 0.25; int count = 0;",
];

/** Statements of both versions, with how often they come. */
const common: readonly (readonly [weight: number, write: (random: RandomStream) => string])[] = [
  [10, (random) => `cx ${qubit(random, "q")},${qubit(random, "r")};`],
  [5, (random) => `${pick(random, ["h", "x", "t", "tdg", "s", "sx", "z"])} ${qubit(random, "q")};`],
  [8, (random) => `rz(${number(random)}) ${qubit(random, "q")};`],
  [6, (random) => `ry(${angle(random)}) ${qubit(random, "r")};`],
  [4, (random) => `u3(${angle(random)},${number(random)},${angle(random)}) ${qubit(random, "q")};`],
  [3, (random) => `cp(pi/${2 ** (1 + random.integer(8))}) ${qubit(random, "q")}, ${qubit(random, "r")};`],
  [2, (random) => `entangle(${angle(random)}, 0.5) ${qubit(random, "q")}, ${qubit(random, "r")};`],
  [1, (random) => `ccx ${qubit(random, "q")}, ${qubit(random, "r")}, anc[${random.integer(4)}];`],
  [1, (random) => `measure ${qubit(random, "q")} -> c[${random.integer(16)}];`],
  [0.2, () => "barrier q, anc;"],
  [0.1, () => "h q;"],
  [0.1, () => "cx q, r;"],
  [0.1, () => "measure q -> c;"],
  [0.5, (random) => `// layer ${random.integer(1000)}: rotations and a round of entangling gates`],
  [0.3, (random) => `reset anc[${random.integer(4)}];`],
  [0.3, () => ""],
];

const statements2 = [
  ...common,
  [0.3, (random: RandomStream) => `if(flag==${random.integer(16)}) x ${qubit(random, "q")};`],
] as typeof common;

const statements3 = [
  ...common,
  [0.5, (random: RandomStream) => `if (flag == ${random.integer(16)}) { x ${qubit(random, "q")}; }`],
  [
    0.5,
    (random: RandomStream) => `ctrl @ rz(${angle(random)}) ${qubit(random, "q")}, ${qubit(random, "r")};`,
  ],
  [0.3, (random: RandomStream) => `c[${random.integer(16)}] = measure ${qubit(random, "q")};`],
  [0.3, (random: RandomStream) => `rx(step * ${random.integer(9)} + count) ${qubit(random, "q")};`],
  [0.1, () => "for int i in [0:3] { rx(i * pi / 8) q[i]; }"],
  [0.1, () => "/* next layer */ gphase(pi/16);"],
  [0.1, () => "count = count + 1;"],
] as typeof common;

function statement2(random: RandomStream): string {
  return choose(random, statements2);
}

function statement3(random: RandomStream): string {
  return choose(random, statements3);
}

function choose(random: RandomStream, list: typeof common): string {
  let left = random.uniform() * list.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, write] of list) {
    left -= weight;
    if (left < 0) return write(random);
  }
  return "";
}

function pick(random: RandomStream, list: readonly string[]): string {
  return list[random.integer(list.length)];
}

function qubit(random: RandomStream, register: string): string {
  return `${register}[${random.integer(16)}]`;
}

function number(random: RandomStream): string {
  return String((random.uniform() - 0.5) * 7);
}

function angle(random: RandomStream): string {
  switch (random.integer(5)) {
    case 0:
      return `pi/${1 + random.integer(16)}`;
    case 1:
      return `-${1 + random.integer(7)}*pi/8`;
    case 2:
      return `${(random.uniform() * 3).toFixed(6)}`;
    case 3:
      return `(${random.uniform().toFixed(3)} + sin(0.${1 + random.integer(9)}))*2`;
    default:
      return `1.5e-${1 + random.integer(9)}`;
  }
}
