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
  /** What it holds in memory, in bytes. */
  memory(): Promise<number>;
  stop(): void;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMPILED = join(ROOT, `.compiled-bench-${process.pid}`);
const SCRIPTS = ["floor.ts", "dateline-server.ts", "yoga-server.ts"];
/** Servers of others, each with the packages that it needs, where these are installed. */
const PEERS = [
  {
    folder: "peers",
    packages: ["fastify", "mercurius", "@apollo/server"],
    scripts: ["mercurius-server.js", "apollo-server.js"],
  },
  { folder: "peers/postgraphile", packages: ["postgraphile"], scripts: ["server.js"] },
].map((one) => ({ ...one, path: fileURLToPath(new URL(one.folder, import.meta.url)) }));

let compiled: Promise<void> | undefined;

/** Compiles all servers, as the program that ships is: run from its source, it is slower than that. */
function compileServers(): Promise<void> {
  const peers = PEERS.filter(({ path }) => existsSync(join(path, "node_modules")));
  const theirs = peers.flatMap(({ folder, scripts }) => scripts.map((script) => `${folder}/${script}`));
  process.on("exit", () => rmSync(COMPILED, { recursive: true, force: true }));
  return compile(
    ROOT,
    [...SCRIPTS, ...theirs].map((script) => `tests/bench/${script}`),
    COMPILED,
    peers.map(({ path, packages }) => ({ folder: path, packages })),
  );
}

/**
 * Starts a server, with the options that Node was given for this process but for its loader.
 *
 * @param script beside this file
 * @param mode how it is set up, where there are several ways
 * @param node which Node runs it; the one that runs this where that is left out
 */
export async function startServer(
  script: string,
  database: string,
  mode?: string,
  node = process.execPath,
): Promise<ServerProcess> {
  compiled ??= compileServers();
  await compiled;
  const path = join(COMPILED, script.replace(/\.ts$/, ".js"));
  const child = fork(path, [database, ...(mode ? [mode] : [])], {
    execArgv: profiling(),
    execPath: node,
  });
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
