/**
 * The passes of the state-vector engine: see src/simulator/compiled for what they are made of and who writes them.
 *
 * A state lies in memory as two planes of numbers of 64 or 32 bits. A pass takes one tile after the other, in 32 bits two
 * at a time, into a cache-sized scratch, where each amplitude is one vector (real part, imaginary part, of one or two
 * tiles), does all its steps there and puts the tiles back. So every qubit of a tile is alike: no step ever looks inside
 * a vector. Addresses and counts come ready from the
 * compiler; nothing is checked here.
 */

export { buildTable } from "./state-vector/build-table";
export { matrixMany, matrixOne, phaseWhere } from "./state-vector/controlled";
export { multiplyByTable, multiplyByTableAndFactors } from "./state-vector/diagonal";
export { shiftPlane, sumPlane } from "./state-vector/mean";
export { gather, scatter } from "./state-vector/move-tile";
// Exported so that they stay functions of their own: the host compiles a function anew, and better, between two calls.
export { rotateOne, rotateThree, rotateTwo } from "./state-vector/rotate";
export { runTiles } from "./state-vector/run-tiles";
