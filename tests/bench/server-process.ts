import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
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

/**
 * Starts a server with the same Node and loader as this process.
 *
 * @param script beside this file
 * @param mode how it is set up, where there are several ways
 */
export async function startServer(script: string, database: string, mode?: string): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [database, ...(mode ? [mode] : [])]);
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
