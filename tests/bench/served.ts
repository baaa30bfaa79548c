import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

// How a server that is measured talks to the process that measures it.

/**
 * Messages of a server: where it listens; what it used of the processor since it started, in microseconds, and what it holds
 * in memory, in bytes.
 */
export const ServerMessage = z.union([
  z.object({ port: z.number() }),
  z.object({ cpu: z.number(), memory: z.number() }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;

/** The database to serve, from the command line. */
export function databasePath(): string {
  const path = process.argv[2];
  if (path === undefined) throw new Error("Give the path of a database.");
  return path;
}

/** Tells where the server listens, and from then on, each time it is asked, what it has used of the processor. */
export function announce(port: number): void {
  const tell = (message: ServerMessage) => process.send?.(message);
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    tell({ cpu: user + system, memory: ownMemory() });
  });
  process.on("disconnect", () => process.exit());
  tell({ port });
}

/**
 * What the process holds in memory, in bytes: without pages of the database's file, which are mapped as long as the system has
 * room for them, where that is told (on Linux).
 */
function ownMemory(): number {
  const status = "/proc/self/status";
  const anonymous = existsSync(status) && /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(status, "utf8"))?.[1];
  return anonymous ? Number(anonymous) * 1024 : process.memoryUsage.rss();
}
