import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Queue } from "bullmq";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queueName } from "../../../../src/cli/compare/queue/queue-connection.ts";
import { kronketProcess } from "../../../support/kronket-process.ts";
import { findRedis, type RedisServer, startRedis } from "../../../support/redis-server.ts";

const program = findRedis();
const reason =
  program === undefined ? " (left out: no redis-server on the path and none in REDIS_SERVER)" : "";

describe.skipIf(program === undefined)(`a study through Redis${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "kronket-"));
  let redis: RedisServer;
  let queue: Queue;
  const study = {
    family: "kronecker-sketch",
    base: { d: 2, constant: 1, epsilon: 0.9 },
    sweeps: [{ vary: "n", values: [4096, 8192, 65536, 1048576, 16777216] }],
    methods: ["quantum-search-only", "leverage"],
    seeds: [1, 2, 3, 4],
  };

  beforeAll(async () => {
    redis = await startRedis(program as string);
    queue = new Queue(queueName, { connection: { url: redis.url, maxRetriesPerRequest: null } });
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
  });
  afterAll(async () => {
    await queue.close();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("gives byte for byte the results of a local one, with a worker killed in the middle", async () => {
    const local = kronketProcess(folder, [
      "compare",
      "study.json",
      "--out",
      "local.json",
      "--json",
      "-w",
      "1",
    ]);
    expect((await local.ended).code).toBe(0);

    const queued = kronketProcess(folder, [
      "compare",
      "study.json",
      "--out",
      "queued.json",
      "--json",
      "--queue",
      redis.url,
    ]);
    const doomed = kronketProcess(folder, ["worker", "--queue", redis.url, "-w", "1", "--lease", "2"]);
    // Killed while it holds a point and has finished some, so that a lease has to run out.
    const until = Date.now() + 90_000;
    for (;;) {
      const { active = 0, completed = 0 } = await queue.getJobCounts("active", "completed");
      if ((active > 0 && completed > 2) || Date.now() > until) break;
      await sleep(5);
    }
    doomed.child.kill("SIGKILL");
    await doomed.ended;
    const before = await queue.getJobCounts("completed", "waiting", "active");
    expect(before["completed"]).toBeGreaterThan(2);
    expect((before["waiting"] ?? 0) + (before["active"] ?? 0)).toBeGreaterThan(0);

    const heir = kronketProcess(folder, ["worker", "--queue", redis.url, "-w", "1", "--lease", "2"]);
    expect(await queued.ended).toMatchObject({ code: 0 });
    heir.child.kill("SIGTERM");
    expect((await heir.ended).code).toBe(0);
    expect(readFileSync(join(folder, "queued.json"), "utf8")).toBe(
      readFileSync(join(folder, "local.json"), "utf8"),
    );
    expect(await queue.getJobCounts("completed", "failed")).toEqual({ completed: 40, failed: 0 });
  }, 240_000);

  it("takes results that are there from the queue, without any worker", async () => {
    const again = kronketProcess(folder, [
      "compare",
      "study.json",
      "--out",
      "again.json",
      "--json",
      "--queue",
      redis.url,
    ]);
    expect((await again.ended).code).toBe(0);
    expect(readFileSync(join(folder, "again.json"), "utf8")).toBe(
      readFileSync(join(folder, "local.json"), "utf8"),
    );
  }, 120_000);
});

describe("--queue", () => {
  it("says what is wrong with an address, and where nobody listens", async () => {
    const { queueConnection } = await import("../../../../src/cli/compare/queue/queue-connection.ts");
    await expect(queueConnection("localhost:6379")).rejects.toThrow(
      /--queue: expected an address such as redis:/,
    );
    await expect(queueConnection("redis://user:secret@host/x")).rejects.not.toThrow(/secret/);
    await expect(queueConnection("redis://127.0.0.1:1")).rejects.toThrow(
      /got ECONNREFUSED; start redis-server there/,
    );
  });
});
