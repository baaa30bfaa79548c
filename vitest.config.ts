import { defineConfig } from "vitest/config";

/** What the store and the API promise, whatever the engine. */
const CONTRACT = ["store", "graphql", "ingest", "export", "edit", "access"].map(
  (layer) => `tests/${layer}/*.test.ts`,
);

/** What stands beside that and asks nothing of a store: it would say the same again. */
const WITHOUT_STORE = [
  "graphql/introspection",
  "graphql/schema",
  "ingest/check-proposals",
  "ingest/story-format-errors",
].map((name) => `tests/${name}.test.ts`);

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
          // To load the program for each file again took two fifths of the time.
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
          exclude: [...WITHOUT_STORE, ALONE],
          globalSetup: "tests/support/postgres-setup.ts",
          isolate: false,
        },
      },
    ],
  },
});
