import { defineConfig } from "vitest/config";

export default defineConfig({
  // graphql ships as ES and as CommonJS modules; tests and the libraries they load must share one.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
