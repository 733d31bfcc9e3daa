import { Circuit } from "../../src/circuit/circuit.ts";
import { off } from "../../src/circuit/control.ts";
import { type GateName, gateTable } from "../../src/circuit/gate-table.ts";
import type { Operation } from "../../src/circuit/operation.ts";
import { parameter, plus, times } from "../../src/circuit/parameter.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const bell = new Circuit(2).h(0).cx(0, 1);

/** Circuits that together show every kind of symbol. */
export const diagramSamples = {
  bell,
  teleportation: new Circuit(3)
    .ry(0.7, 0)
    .h(1)
    .cx(1, 2)
    .cx(0, 1)
    .h(0)
    .measure(0, 0)
    .measure(1, 1)
    .when([1], 1, (c) => c.x(2))
    .when([0], 1, (c) => c.z(2)),
  fourier: new Circuit(3)
    .h(2)
    .cp(Math.PI / 2, 1, 2)
    .cp(Math.PI / 4, 0, 2)
    .h(1)
    .cp(Math.PI / 2, 0, 1)
    .h(0)
    .swap(0, 2),
  boxes: new Circuit(4)
    .box("bell", bell, [2, 0])
    .control([1, off(3)], (c) => c.box("Uψ", bell, [0, 2]))
    .qft([0, 1, 2, 3])
    .lookup({ inputs: [0, 1], outputs: [3], table: [0, 1, 1, 0] })
    .phaseOracle({ qubits: [0, 1, 2], marked: [3] })
    .reflectUniform([0, 1, 2])
    .gate("gphase", [0.4], [])
    .gate("gphase", [Math.PI / 8], [], [0, off(2)]),
  flow: new Circuit(3)
    .h(0)
    .measure(0, 0)
    .if(
      { kind: "equals", bits: [0], value: 1 },
      (c) => c.x(1).h(1).cx(1, 2),
      (c) => c.z(1).reset(2),
    )
    .while(
      { kind: "compare", bits: [0, 1], operator: "<", value: 2 },
      (c) =>
        c
          .h(0)
          .measure(0, 0)
          .if(
            {
              kind: "xor",
              left: { kind: "equals", bits: [0], value: 1 },
              right: { kind: "equals", bits: [1], value: 0 },
            },
            (d) => d.x(1).measure(1, 1),
          ),
      10,
    )
    .add({ kind: "assign", bit: 1, value: { kind: "not", of: { kind: "equals", bits: [0], value: 1 } } })
    .barrier()
    .when([0, 1], 3, (c) => c.ccx(0, 1, 2)),
  gates: new Circuit(2)
    .rx(plus(times(2, parameter("theta")), Math.PI / 2), 0)
    .u(0.1, Math.PI, parameter("phi_1"), 1)
    .rzz(0.5, 0, 1)
    .control([off(0)], (c) => c.sx(1))
    .iswap(0, 1)
    .sdg(0)
    .tdg(1)
    .sxdg(0)
    .cz(0, 1),
  registers: new Circuit(5, 4, [], {
    qubitRegisters: [
      { name: "counting_register", start: 0, size: 3 },
      { name: "target", start: 3, size: 2 },
    ],
    bitRegisters: [
      { name: "out", start: 0, size: 3 },
      { name: "flag", start: 3, size: 1 },
    ],
  })
    .onEach("h", [0, 1, 2])
    .box("controlled modular multiplication by 7 mod 15", new Circuit(5).h(0), [0, 1, 2, 3, 4])
    .inverseQft([0, 1, 2])
    .barrier(0, 1, 3)
    .measure(0, 0)
    .measure(3, 3)
    .if(
      {
        kind: "and",
        left: { kind: "equals", bits: [0, 1, 2], value: 5 },
        right: { kind: "not", of: { kind: "equals", bits: [3], value: 1 } },
      },
      (c) => c.x(3),
      (c) => c.measure(1, 1),
    )
    .when([3], 0, (c) => c.cx(0, 4))
    .reset(4),
} as const satisfies Record<string, Circuit>;

/** A circuit of all gates of the table, each once, and all other kinds, drawn from a seed. */
export function everythingCircuit(seed: number, length: number): Circuit {
  const random = seededRandom(seed);
  const below = (bound: number) => random.integer(bound);
  const names = Object.keys(gateTable) as GateName[];
  const qubits = 7;
  const distinct = (count: number, from = qubits): number[] => {
    const list = Array.from({ length: from }, (_, k) => k);
    for (let k = 0; k < count; k++) {
      const other = k + below(from - k);
      [list[k], list[other]] = [list[other], list[k]];
    }
    return list.slice(0, count);
  };
  let turn = seed;
  const gate = (from: number): Operation => {
    let name = names[turn++ % names.length];
    while (gateTable[name].qubits > from - 1) name = names[turn++ % names.length];
    const { parameters, qubits: needed } = gateTable[name];
    const chosen = distinct(needed + below(2), from);
    return {
      kind: "gate",
      gate: name,
      parameters: parameters.map(() => (below(3) === 0 ? parameter("theta") : (below(64) * Math.PI) / 32)),
      qubits: chosen.slice(0, needed),
      controls: chosen.slice(needed).map((qubit) => ({ qubit, value: below(2) === 0 ? 0 : 1 })),
    };
  };
  const condition = () => ({ kind: "equals" as const, bits: distinct(1 + below(2), 3), value: below(2) });
  const step = (depth: number): Operation => {
    const kind = below(depth > 0 ? 14 : 10);
    const some = distinct(2 + below(2));
    switch (kind) {
      case 0:
        return { kind: "measure", qubit: some[0], bit: below(3) };
      case 1:
        return { kind: "reset", qubit: some[0] };
      case 2:
        return { kind: "barrier", qubits: some };
      case 3:
        return { kind: "qft", qubits: some, inverse: below(2) === 0, controls: [] };
      case 4:
        return { kind: "assign", bit: below(3), value: condition() };
      case 5:
        return { kind: "reflectUniform", qubits: some, alpha: below(2) === 0 ? Math.PI : 0.4, controls: [] };
      case 10:
        return {
          kind: "conditional",
          condition: condition(),
          operations: Array.from({ length: below(4) }, () => step(depth - 1)),
          otherwise: Array.from({ length: below(2) }, () => step(depth - 1)),
        };
      case 11:
        return {
          kind: "while",
          condition: condition(),
          operations: Array.from({ length: below(4) }, () => step(depth - 1)),
          limit: 5,
        };
      case 12:
      case 13:
        return {
          kind: "box",
          label: kind === 12 ? "U_1 50% {of} \\x & $y$ ψ" : "a long label of many words",
          qubits: some,
          operations: Array.from({ length: 1 + below(3) }, () => gate(some.length)),
          controls: [],
        };
      default:
        return gate(qubits);
    }
  };
  return new Circuit(
    qubits,
    3,
    Array.from({ length }, () => step(2)),
  );
}
