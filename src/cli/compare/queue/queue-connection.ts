import { connect as netConnect } from "node:net";
import { CliError } from "../../cli-error.ts";
import { exitCode } from "../../exit-code.ts";

/** The queue that all studies share; points of different versions do not meet. */
export const queueName = "kronket-points-1";

/** How BullMQ reaches a Redis server. */
export interface QueueConnection {
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
  readonly tls?: Record<string, never>;
  readonly maxRetriesPerRequest: null;
}

/** How long a server may take to answer at the beginning, in milliseconds. */
const patience = 5000;

/**
 * Reads the address of a Redis server, `redis://[user:password@]host[:port][/database]` or rediss:// with TLS, and
 * checks that somebody listens there.
 *
 * Errors: CliError (usage) for another address, CliError (bad input) when nobody listens.
 */
export async function queueConnection(address: string): Promise<QueueConnection> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const database = /^\/(\d+)?$/.exec(url?.pathname || "/");
  if (
    url === undefined ||
    !["redis:", "rediss:"].includes(url.protocol) ||
    url.hostname === "" ||
    database === null
  ) {
    throw new CliError(
      exitCode.usage,
      `--queue: expected an address such as redis://localhost:6379, got ${JSON.stringify(withoutPassword(address))}; the path, if any, is the number of the database.`,
    );
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = url.port === "" ? 6379 : Number(url.port);
  await requireListener(host, port);
  return {
    host,
    port,
    ...(url.username === "" ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
    ...(database[1] === undefined ? {} : { db: Number(database[1]) }),
    ...(url.protocol === "rediss:" ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
  };
}

function requireListener(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = netConnect({ host, port });
    const fail = (got: string) => {
      socket.destroy();
      reject(
        new CliError(
          exitCode.badInput,
          `--queue: expected a Redis server at ${host}:${port}, got ${got}; start redis-server there.`,
        ),
      );
    };
    socket.setTimeout(patience, () => fail("no answer"));
    socket.once("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
  });
}

function withoutPassword(address: string): string {
  return address.replace(/\/\/[^@/]*@/, "//…@");
}
