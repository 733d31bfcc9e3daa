import { signal } from "@preact/signals";
import { circuitState } from "./circuit-state.ts";

const { program } = circuitState.values;
const past = signal<readonly string[]>([]);
const future = signal<readonly string[]>([]);

/** The most changes that can be undone. */
const most = 200;
/** Letters that are typed within this time, in milliseconds, are undone together. */
const together = 700;
let typedAt = 0;

export const canUndo = () => past.value.length > 0;
export const canRedo = () => future.value.length > 0;

/** Changes the program so that the change can be undone; typing is undone in stretches. */
export function changeProgram(text: string, isTyped = false): void {
  if (text === program.peek()) return;
  const now = performance.now();
  const isSameStretch = isTyped && now - typedAt < together && past.peek().length > 0;
  typedAt = isTyped ? now : 0;
  if (!isSameStretch) past.value = [...past.peek().slice(-most), program.peek()];
  future.value = [];
  program.value = text;
}

/** Takes the last change back. */
export function undo(): void {
  step(past, future);
}

/** Makes the change that was taken back last once more. */
export function redo(): void {
  step(future, past);
}

function step(from: typeof past, to: typeof past): void {
  const list = from.peek();
  if (list.length === 0) return;
  to.value = [...to.peek(), program.peek()];
  from.value = list.slice(0, -1);
  program.value = list[list.length - 1];
}
