import { type ChildProcess, fork } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.ts";
import { ServerMessage } from "./served.ts";

/** A server that is measured, in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** What it has used of the processor since it started, in microseconds. */
  cpu(): Promise<number>;
  /** What it holds in memory (its resident set), in bytes. */
  memory(): Promise<number>;
  stop(): void;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMPILED = join(ROOT, `.compiled-bench-${process.pid}`);
const PEERS = fileURLToPath(new URL("peers", import.meta.url));
const SCRIPTS = ["floor.ts", "dateline-server.ts", "yoga-server.ts"];
const PEER_SCRIPTS = ["peers/mercurius-server.js", "peers/apollo-server.js"];

let compiled: Promise<void> | undefined;

/** Compiles all servers, as the program that ships is: run from its source, it is slower than that. */
function compileServers(): Promise<void> {
  const scripts = [...SCRIPTS, ...(existsSync(join(PEERS, "node_modules")) ? PEER_SCRIPTS : [])];
  process.on("exit", () => rmSync(COMPILED, { recursive: true, force: true }));
  return compile(
    ROOT,
    scripts.map((script) => `tests/bench/${script}`),
    COMPILED,
    { folder: PEERS, packages: ["fastify", "mercurius", "@apollo/server"] },
  );
}

/**
 * Starts a server, with the options that Node was given for this process but for its loader.
 *
 * @param script beside this file
 * @param mode how it is set up, where there are several ways
 */
export async function startServer(script: string, database: string, mode?: string): Promise<ServerProcess> {
  compiled ??= compileServers();
  await compiled;
  const path = join(COMPILED, script.replace(/\.ts$/, ".js"));
  const child = fork(path, [database, ...(mode ? [mode] : [])], { execArgv: profiling() });
  const started = await nextMessage(child);
  if (!("port" in started)) throw new Error(`${script} did not say where it listens.`);
  const used = async () => {
    const answer = nextMessage(child);
    child.send("used");
    const message = await answer;
    if (!("cpu" in message)) throw new Error(`${script} did not say what it uses.`);
    return message;
  };
  return {
    port: started.port,
    cpu: async () => (await used()).cpu,
    memory: async () => (await used()).memory,
    stop: () => child.disconnect(),
  };
}

/** What Node was told about profiles, which then holds for each server. */
function profiling(): string[] {
  return process.execArgv.filter((option) => option.startsWith("--cpu-prof"));
}

function nextMessage(child: ChildProcess): Promise<ServerMessage> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`A server ended with ${code}.`));
    child.once("exit", died);
    child.once("message", (message) => {
      child.off("exit", died);
      resolve(ServerMessage.parse(message));
    });
  });
}
