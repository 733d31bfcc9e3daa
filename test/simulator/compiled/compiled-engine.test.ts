import { describe, expect, it } from "vitest";
import { Circuit } from "../../../src/circuit/circuit.ts";
import type { Control } from "../../../src/circuit/control.ts";
import { type GateName, gateTable } from "../../../src/circuit/gate-table.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import type { RandomStream } from "../../../src/random/random-stream.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { makeCompiledEngine } from "../../../src/simulator/compiled/compiled-engine.ts";
import { referenceEngine } from "../../../src/simulator/reference-engine.ts";
import { StateVector } from "../../../src/simulator/state-vector.ts";
import { randomAngle, randomCircuit, randomOrder } from "../../support/random-circuit.ts";
import { randomState } from "../../support/random-state.ts";
import { stateDifference } from "../../support/state-difference.ts";
import { tableCircuit } from "../../support/table-circuit.ts";

const engine = makeCompiledEngine({ fewestQubits: 6 });
/** Tiles of 9 qubits, so that circuits of 10 and more take several tiles and passes. */
const smallTiles = makeCompiledEngine({ tileQubits: 9, fewestQubits: 6 });

function expectAgreement(circuit: Circuit, initial?: StateVector, engines = [engine, smallTiles]): void {
  const options = initial === undefined ? {} : { initial };
  const wanted = referenceEngine.run(circuit, options).state;
  for (const each of engines) {
    expect(stateDifference(each.run(circuit, options).state, wanted)).toBeLessThan(1e-13);
  }
}

/** Every operation that is more than a gate, on random qubits, in random order with gates between. */
function wideCircuit(qubits: number, random: RandomStream): Circuit {
  let circuit = randomCircuit(qubits, 10, random);
  for (let round = 0; round < 8; round++) {
    const order = randomOrder(qubits, random);
    const width = 1 + random.integer(Math.min(qubits - 1, 6));
    const some = order.slice(0, width);
    const controls = order
      .slice(width)
      .filter(() => random.uniform() < 0.2)
      .map((qubit): Control => ({ qubit, value: random.integer(2) as 0 | 1 }));
    const marked = Array.from({ length: 2 ** width }, (_, k) => k).filter(() => random.integer(3) === 0);
    const inputs = some.slice(0, width - 1);
    const table = Array.from({ length: 2 ** inputs.length }, () => random.integer(2));
    const steps: ((body: Circuit) => Circuit)[] = [
      (body) => body.qft(some),
      (body) => body.inverseQft(some),
      (body) => body.reflectUniform(some, randomAngle(random)),
      (body) => body.phaseOracle({ qubits: some, marked, phase: randomAngle(random) }),
      (body) => body.lookup({ inputs, outputs: [some[width - 1]], table }),
    ];
    const step = steps[random.integer(steps.length)];
    circuit = circuit.control(round % 2 === 0 ? [] : controls, step).append(randomCircuit(qubits, 4, random));
  }
  return circuit;
}

describe("compiled engine", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])(
    "agrees with the reference engine on random circuits of the whole gate table, %i qubits, from any state",
    (qubits) => {
      const random = seededRandom(1).split("table", qubits);
      for (let trial = 0; trial < 6; trial++) {
        const circuit = trial < 3 ? randomCircuit(qubits, 8 * trial + 5, random) : tableOf(qubits, random);
        expectAgreement(circuit, trial % 2 === 0 ? undefined : randomState(qubits, random));
      }
    },
  );

  function tableOf(qubits: number, random: RandomStream): Circuit {
    return qubits < 5 ? randomCircuit(qubits, 60, random) : tableCircuit(qubits, 3, random);
  }

  it("agrees to 1e-13 after a thousand gates", () => {
    const random = seededRandom(2);
    for (const qubits of [7, 11]) {
      const circuit = randomCircuit(qubits, 1000, random);
      expectAgreement(circuit);
      expectAgreement(circuit, randomState(qubits, random));
    }
  });

  it("agrees for every one- and two-qubit gate at every place, borders of rows and tiles included", () => {
    const random = seededRandom(3);
    const initial = randomState(11, random);
    const borders = [0, 3, 4, 8, 9, 10];
    for (const gate of Object.values(gateTable).filter(({ qubits }) => qubits <= 2)) {
      let circuit = new Circuit(11);
      for (const first of borders) {
        for (const second of gate.qubits === 2 ? borders : [first]) {
          if (gate.qubits === 2 && first === second) continue;
          const angles = gate.parameters.map(() => randomAngle(random));
          circuit = circuit.gate(gate.name as GateName, angles, [first, second].slice(0, gate.qubits));
        }
      }
      expectAgreement(circuit, initial, [smallTiles]);
    }
  });

  it("agrees for Fourier transforms, reflections, oracles and tables, anywhere and under controls", () => {
    const random = seededRandom(4);
    for (let trial = 0; trial < 24; trial++) {
      const qubits = 6 + (trial % 7);
      expectAgreement(wideCircuit(qubits, random), trial % 3 === 0 ? undefined : randomState(qubits, random));
    }
  });

  it("agrees where nothing but the order of the qubits, flips or phases happens", () => {
    const random = seededRandom(5);
    const initial = randomState(12, random);
    let circuit = new Circuit(12);
    for (let k = 0; k < 11; k++) circuit = circuit.swap(k, k + 1);
    expectAgreement(circuit, initial);
    expectAgreement(circuit.x(3).x(11).x(7), initial);
    expectAgreement(new Circuit(12).x(11), initial);
    expectAgreement(new Circuit(12).cz(10, 11).rz(0.3, 9).ccz(0, 4, 11).gphase(0.7), initial);
    expectAgreement(new Circuit(12).cz(10, 11).x(2), undefined);
    expectAgreement(new Circuit(12), initial);
    expectAgreement(new Circuit(12).gphase(1), initial);
    expectAgreement(new Circuit(12));
  });

  it("agrees for searches, whether the diffusion is a step or written in gates, undone or not", () => {
    const random = seededRandom(10);
    for (const qubits of [7, 10, 12]) {
      const all = Array.from({ length: qubits }, (_, q) => q);
      const marking = (circuit: Circuit, angle: number) => {
        const flipped = all.filter((q) => q % 3 === 1);
        const controls = all.slice(1);
        return circuit
          .onEach("x", flipped)
          .control(controls, (body) => body.p(angle, 0))
          .onEach("x", flipped);
      };
      const diffusion = (circuit: Circuit, angle: number) =>
        circuit
          .onEach("h", all)
          .onEach("x", all)
          .control(all.slice(1), (body) => body.p(angle, 0))
          .onEach("x", all)
          .onEach("h", all);
      let circuit = new Circuit(qubits).onEach("h", all);
      for (let k = 0; k < 5; k++) {
        circuit = diffusion(marking(circuit, Math.PI), Math.PI);
        circuit = marking(circuit, randomAngle(random)).reflectUniform(all, randomAngle(random));
        circuit = diffusion(circuit.swap(0, 3).cx(2, 4), randomAngle(random)).cz(1, 5).ry(0.3, 2);
        // The gates after this phase do not undo those before it.
        circuit = circuit
          .onEach("h", all)
          .control(all.slice(1), (body) => body.z(0))
          .onEach("sx", all);
      }
      expectAgreement(circuit);
      expectAgreement(circuit, randomState(qubits, random));
    }
  });

  it("keeps deep circuits of rotations at length 1", () => {
    const random = seededRandom(6);
    let circuit = new Circuit(10);
    for (let layer = 0; layer < 400; layer++) {
      for (let q = 0; q < 10; q++) circuit = circuit.ry(randomAngle(random), q);
      for (let q = layer % 2; q < 9; q += 2) circuit = circuit.cx(q, q + 1);
    }
    for (const each of [engine, smallTiles]) {
      expect(Math.abs(each.run(circuit).state.norm() - 1)).toBeLessThan(1e-12);
    }
  });

  it("undoes a circuit by its inverse", () => {
    const random = seededRandom(7);
    for (const qubits of [8, 12]) {
      const circuit = randomCircuit(qubits, 100, random);
      const initial = randomState(qubits, random);
      for (const each of [engine, smallTiles]) {
        const there = each.run(circuit, { initial }).state;
        expect(stateDifference(each.run(circuit.inverse(), { initial: there }).state, initial)).toBeLessThan(
          1e-13,
        );
      }
    }
  });

  it("gives the same state under other names of the qubits, renamed", () => {
    const random = seededRandom(8);
    const qubits = 11;
    const circuit = randomCircuit(qubits, 80, random);
    const order = randomOrder(qubits, random);
    const { state } = smallTiles.run(circuit);
    const renamed = smallTiles.run(circuit.remap(order)).state;
    for (let i = 0; i < state.size; i++) {
      let j = 0;
      order.forEach((place, q) => {
        j |= ((i >> q) & 1) << place;
      });
      expect(Math.hypot(state.re[i] - renamed.re[j], state.im[i] - renamed.im[j])).toBeLessThan(1e-14);
    }
  });

  it("decides measurements, resets, branches and loops like the reference engine, from the same stream", () => {
    const random = seededRandom(9);
    for (let trial = 0; trial < 20; trial++) {
      const qubits = 6 + (trial % 6);
      let circuit = randomCircuit(qubits, 20, random);
      for (let k = 0; k < 4; k++) {
        circuit = circuit
          .measure(random.integer(qubits), k)
          .when([k], 1, (body) => body.x(1).h(2))
          .append(randomCircuit(qubits, 5, random))
          .reset(random.integer(qubits));
      }
      circuit = circuit
        .measure(0, 4)
        .while({ kind: "equals", bits: [4], value: 1 }, (body) => body.h(0).measure(0, 4));
      const wanted = referenceEngine.run(circuit, { random: seededRandom(trial) });
      for (const each of [engine, smallTiles]) {
        const got = each.run(circuit, { random: seededRandom(trial) });
        expect(got.bits).toEqual(wanted.bits);
        expect(stateDifference(got.state, wanted.state)).toBeLessThan(1e-12);
      }
    }
  });

  it("leaves a given initial state as it was, unless it may be changed", () => {
    for (const qubits of [8, 19]) {
      const initial = StateVector.basis(qubits, 5);
      const { state } = engine.run(new Circuit(qubits).x(1), { initial });
      expect(initial.probability(5)).toBe(1);
      expect(state.probability(7)).toBe(1);
      const again = engine.run(new Circuit(qubits).x(0), { initial: state, inPlace: true }).state;
      expect(again.re.buffer).toBe(state.re.buffer);
      expect(again.probability(6)).toBe(1);
    }
  });

  it("applies matrices that are unitary only to the digits given, as they are", () => {
    const half = Number(Math.SQRT1_2.toFixed(11));
    const matrix = {
      size: 2,
      re: Float64Array.of(half, half, half, -half),
      im: new Float64Array(4),
    };
    expectAgreement(new Circuit(8).h(3).unitary(matrix, [3]).unitary(matrix, [6]));
  });

  it("refuses what it cannot run before it allocates", () => {
    for (const tileQubits of [8, 16, 9.5]) {
      expect(() => makeCompiledEngine({ tileQubits })).toThrow(/tiles of 9 to 15 qubits, got/);
    }
    expect(() => engine.run(new Circuit(40))).toThrow(LimitError);
    expect(() => engine.run(new Circuit(11), { memoryLimit: 2 ** 14 })).toThrow(LimitError);
    expect(() => engine.run(new Circuit(8), { initial: new StateVector(9) })).toThrow(
      /state of 8 qubits, got 9/,
    );
    expect(() => engine.run(new Circuit(8).measure(0))).toThrow(/expected a random stream/);
    // The memory that was in use is whole again.
    expectAgreement(new Circuit(8).h(0).cx(0, 7));
  });
});
