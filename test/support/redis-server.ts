import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The redis-server of this machine: REDIS_SERVER, or the one on the path; undefined without one. */
export function findRedis(): string | undefined {
  const program = process.env["REDIS_SERVER"] ?? "redis-server";
  try {
    execFileSync(program, ["--version"]);
    return program;
  } catch {
    return undefined;
  }
}

/** A server of a test's own, in memory, on a free port. */
export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server and waits until it answers. */
export async function startRedis(program: string): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "kronket-redis-"));
  const server: ChildProcess = spawn(
    program,
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder],
    { stdio: "ignore" },
  );
  const gone = new Promise<void>((done) => server.once("close", () => done()));
  for (let attempt = 0; attempt < 200 && !(await answers(port)); attempt++) await sleep(50);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.write("PING\r\n"));
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString().startsWith("+PONG"));
    });
  });
}
