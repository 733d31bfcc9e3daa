import { type GateRules, on } from "./gate-rule.ts";

/**
 * Gates on three qubits and more, but for those that are a gate under three and more controls.
 *
 * Source: for seven T gates a Toffoli, Nielsen and Chuang, figure 4.9.
 */
export const manyQubitRules: GateRules = {
  ccx: [() => on("h", 2, [["ccz", [0, 1, 2]]])],
  ccz: [
    () => [
      ...([
        ["cx", [1, 2]],
        ["tdg", [2]],
        ["cx", [0, 2]],
        ["t", [2]],
      ] as const),
      ...([
        ["cx", [1, 2]],
        ["tdg", [2]],
        ["cx", [0, 2]],
        ["t", [2]],
      ] as const),
      ...([
        ["t", [1]],
        ["cx", [0, 1]],
        ["t", [0]],
        ["tdg", [1]],
        ["cx", [0, 1]],
      ] as const),
    ],
    () => on("h", 2, [["ccx", [0, 1, 2]]]),
  ],
  cswap: [
    () => [
      ["cx", [2, 1]],
      ["ccx", [0, 1, 2]],
      ["cx", [2, 1]],
    ],
  ],
  rccx: [
    () =>
      on("h", 2, [
        ...([
          ["t", [2]],
          ["cx", [1, 2]],
          ["tdg", [2]],
          ["cx", [0, 2]],
        ] as const),
        ...([
          ["t", [2]],
          ["cx", [1, 2]],
          ["tdg", [2]],
        ] as const),
      ]),
  ],
  rc3x: [
    () => [
      ...on("h", 3, [
        ["t", [3]],
        ["cx", [2, 3]],
        ["tdg", [3]],
      ]),
      ...([
        ["cx", [0, 3]],
        ["t", [3]],
        ["cx", [1, 3]],
        ["tdg", [3]],
      ] as const),
      ...([
        ["cx", [0, 3]],
        ["t", [3]],
        ["cx", [1, 3]],
        ["tdg", [3]],
      ] as const),
      ...on("h", 3, [
        ["t", [3]],
        ["cx", [2, 3]],
        ["tdg", [3]],
      ]),
    ],
  ],
  rc3xdg: [
    () => [
      ...on("h", 3, [
        ["t", [3]],
        ["cx", [2, 3]],
        ["tdg", [3]],
      ]),
      ...([
        ["t", [3]],
        ["cx", [1, 3]],
        ["tdg", [3]],
        ["cx", [0, 3]],
      ] as const),
      ...([
        ["t", [3]],
        ["cx", [1, 3]],
        ["tdg", [3]],
        ["cx", [0, 3]],
      ] as const),
      ...on("h", 3, [
        ["t", [3]],
        ["cx", [2, 3]],
        ["tdg", [3]],
      ]),
    ],
  ],
  c3sqrtxdg: [
    () => [
      ["c3sqrtx", [0, 1, 2, 3]],
      ["c3x", [0, 1, 2, 3]],
    ],
  ],
};
