import { compiledEngine } from "./compiled/compiled-engine.ts";
import type { Engine } from "./engine.ts";

/** The engine that runs circuits where no other is asked for. */
export const defaultEngine: Engine = compiledEngine({});
