import type { Engine } from "./engine.ts";
import { referenceEngine } from "./reference-engine.ts";

/** The engine that runs circuits where no other is asked for. */
export const defaultEngine: Engine = referenceEngine;
