import type { TestProject } from "vitest/node";
import { openStore } from "../../src/store/open.ts";
import { Cluster } from "./postgres-cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the server that this project's tests share, up to the database's name; unset: they use SQLite. */
    readonly postgres: string | undefined;
  }
}

/** A database that has the tables and nothing in them, to be copied. */
export const TEMPLATE = "dateline_template";

/** Starts one PostgreSQL server for all tests of a project. */
export default async function setup(project: TestProject) {
  const cluster = await Cluster.start([
    "max_connections=300",
    "wal_level=minimal",
    "max_wal_senders=0",
    "jit=off",
  ]);
  await cluster.run(`create database ${TEMPLATE}`);
  await (await openStore(cluster.url(TEMPLATE))).close();
  project.provide("postgres", cluster.url(""));
  return () => cluster.remove();
}
