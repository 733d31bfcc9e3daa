/** What of Node is used; named here because the types of Node are not those of browsers. */
interface NodeProcess {
  readonly platform: string;
  getBuiltinModule?(name: string): unknown;
  constrainedMemory?(): number;
  memoryUsage?: { rss(): number };
}

interface NodeSystem {
  totalmem(): number;
  freemem(): number;
}

/**
 * Bytes that this process can still take; infinite where the host does not tell.
 *
 * On Linux what is free or can be freed, and within the limit of a container; on other systems, whose figure of free
 * memory leaves out what they can free, all that is built in.
 */
export function hostMemory(): number {
  const host = (globalThis as { process?: NodeProcess }).process;
  const system = host?.getBuiltinModule?.("node:os") as NodeSystem | undefined;
  if (host === undefined || system === undefined) return Number.POSITIVE_INFINITY;
  const total = system.totalmem();
  const available = host.platform === "linux" ? system.freemem() : total;
  const limit = host.constrainedMemory?.() ?? 0;
  if (!(limit > 0 && limit < total)) return available;
  return Math.max(0, Math.min(available, limit - (host.memoryUsage?.rss() ?? 0)));
}
