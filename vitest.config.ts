import { defineConfig } from "vitest/config";

/** What the store and the API promise, whatever the engine. */
const CONTRACT = ["store", "graphql", "ingest", "export", "edit", "access"].map(
  (layer) => `tests/${layer}/*.test.ts`,
);

const shared = {
  // graphql ships as ES and as CommonJS modules; tests and the libraries they load must share one.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
};

export default defineConfig({
  test: {
    // Most of the time is spent waiting for processes, databases and disks.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: "sqlite",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/store/postgres/**"],
          globalSetup: "tests/support/compiled-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "postgres",
          include: [...CONTRACT, "tests/store/postgres/*.test.ts"],
          globalSetup: "tests/support/postgres-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
