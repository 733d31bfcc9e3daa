import { cpus, totalmem } from "node:os";

/** The machine and the runtime in a line, as tables name them. */
export function machine(): string {
  const [processor] = cpus();
  return `${processor.model}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
