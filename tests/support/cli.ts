import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What a process printed, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the command line in a process of its own, with no environment but this. */
export function startCli(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcessWithoutNullStreams {
  const compiled = inject("compiledCli");
  return compiled === undefined ? startScript("src/cli.ts", args, env) : start([compiled, ...args], env);
}

/** Starts a script of the project. */
export function startScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  return start(["--import", "tsx", script, ...args], env);
}

function start(args: readonly string[], env: Readonly<Record<string, string>>) {
  return spawn(process.execPath, args, { cwd: ROOT, env: { PATH: process.env["PATH"], ...env } });
}

/** Waits for a process to end. */
export function outcome(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => {
    out += data;
  });
  child.stderr.on("data", (data) => {
    err += data;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

/** The address that a server says it runs at. */
export function address(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    let err = "";
    child.stdout.on("data", (data) => {
      const url = /running at (\S+)/.exec(String(data))?.[1];
      if (url) resolve(url);
    });
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.on("close", (code) => reject(new Error(`The server ended with ${code}. ${err}`)));
  });
}
