import type { Task } from "../../index.ts";

/**
 * The computations of the page, each loaded in the worker when it is first asked for. An input and an output are what
 * a message can carry.
 */
export const jobs = {
  circuit: async () => (await import("../panels/circuit/circuit-job.ts")).circuitJob,
  search: async () => (await import("../panels/search/search-job.ts")).searchJob,
  system: async () => (await import("../panels/systems/systems-job.ts")).systemJob,
  "system-list": async () => (await import("../panels/systems/systems-job.ts")).systemListJob,
} as const;

/** The name of a job. */
export type JobName = keyof typeof jobs;

type Body<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;

/** What a job takes. */
export type JobInput<Name extends JobName> = Parameters<Body<Name>>[0];

/** What a job comes to. */
export type JobOutput<Name extends JobName> =
  ReturnType<Body<Name>> extends Task<infer Output> ? Output : never;
