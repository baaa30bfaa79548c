import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { copyStore } from "../../src/store/copy.ts";
import { openStore } from "../../src/store/open.ts";
import { Cluster, givenToUser } from "../support/postgres-cluster.ts";
import { multiply } from "./multiply.ts";

/** As a server of this size would be set up; what is built can be built again. */
const SETTINGS = ["shared_buffers=1GB", "max_wal_size=8GB", "checkpoint_timeout=30min", "fsync=off"];

/** What a database is called once everything is in it. */
const DATABASE = "story";
const UNFINISHED = "unfinished";

/**
 * A PostgreSQL server with what a SQLite file holds. The copy is kept in the folder for temporary files.
 *
 * @param times how many times the people and their events are in it
 */
export async function postgresCopy(
  path: string,
  note: (text: string) => void,
  times = 1,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const name = basename(resolve(path), ".db") + (times > 1 ? `-x${times}` : "");
  const folder = givenToUser(join(tmpdir(), "dateline-bench-postgres", name));
  const cluster = await Cluster.startIn(folder, SETTINGS);
  const known = await cluster.run("select datname from pg_database");
  if (!known.some((row) => row["datname"] === DATABASE)) {
    note(`copying ${path} to PostgreSQL (kept in ${folder})`);
    await cluster.run(`drop database if exists ${UNFINISHED}`);
    await cluster.run(`create database ${UNFINISHED}`);
    await fill(cluster.url(UNFINISHED), path, note);
    if (times > 1) await multiply(cluster, UNFINISHED, times, note);
    await cluster.run("vacuum (analyze)", UNFINISHED);
    await cluster.run(`alter database ${UNFINISHED} rename to ${DATABASE}`);
  }
  return { url: cluster.url(DATABASE), stop: () => cluster.stop() };
}

async function fill(url: string, path: string, note: (text: string) => void): Promise<void> {
  const [from, to] = [await openStore(path), await openStore(url)];
  try {
    await copyStore(from, to, {
      search: false,
      progress: (table, rows) => {
        if (rows % 1_000_000 === 0) note(`${table}: ${rows} rows`);
      },
    });
  } finally {
    await to.close();
    await from.close();
  }
}
