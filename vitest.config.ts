import { defineConfig } from "vitest/config";

/** What the store and the API promise, whatever the engine. */
const CONTRACT = ["store", "graphql", "ingest", "export", "edit"].map((layer) => `tests/${layer}/*.test.ts`);

/** Tests that put something else in the place of a module: for each of them, modules are loaded anew. */
const ALONE = "tests/**/*.alone.test.ts";

const shared = {
  // graphql ships as ES and as CommonJS modules; tests and the libraries they load must share one.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
};

const limits = { testTimeout: 120_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Most of the time is spent waiting for processes, databases and disks.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          ...limits,
          name: "sqlite",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/store/postgres/**", ALONE],
          globalSetup: "tests/support/compiled-setup.ts",
          // To load the program for each file again would take as long as all tests of the files together.
          isolate: false,
        },
      },
      {
        ...shared,
        test: { ...limits, name: "alone", include: [ALONE] },
      },
      {
        ...shared,
        test: {
          ...limits,
          name: "postgres",
          include: [...CONTRACT, "tests/store/postgres/*.test.ts"],
          exclude: [ALONE],
          globalSetup: "tests/support/postgres-setup.ts",
          isolate: false,
        },
      },
    ],
  },
});
