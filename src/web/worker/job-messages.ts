import type { Progress } from "../../index.ts";

/** What the page sends to its worker. */
export type ToWorker =
  | { readonly kind: "start"; readonly id: number; readonly job: string; readonly input: unknown }
  | { readonly kind: "cancel"; readonly id: number };

/** What the worker answers. */
export type FromWorker =
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly kind: "done"; readonly id: number; readonly output: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly name: string; readonly message: string }
  | { readonly kind: "cancelled"; readonly id: number };
