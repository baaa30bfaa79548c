import { fileURLToPath } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";

/** The packages that a server loads when it starts. All others are loaded from where they are installed. */
const BUNDLED = [
  "@hono/node-server",
  "@pothos",
  "commander",
  "dataloader",
  "drizzle-orm",
  "edtf",
  "graphql",
  "graphql-yoga",
  "hono",
  "zod",
];

const installed: Plugin = {
  name: "installed",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[@\w]/ }, ({ path, importer, kind }) => {
      if (kind === "entry-point" || importer.includes("node_modules")) return null;
      const isBundled = BUNDLED.some((name) => path === name || path.startsWith(`${name}/`));
      return isBundled ? null : { path, external: true };
    }),
};

/**
 * How the command line is bundled into `dist/cli.js` and what that loads by and by: a process that starts reads a few files
 * rather than some thousand, and answers in less time. What is imported as a library stays as tsc wrote it.
 */
const config = {
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: ["src/cli.ts"],
  // All in one folder: what ships beside the code is looked for from there.
  outdir: "dist",
  chunkNames: "cli-[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  mainFields: ["module", "main"],
  // Some of the packages are CommonJS and ask for Node's modules.
  banner: {
    js: 'import { createRequire as requireOf } from "node:module";\nconst require = requireOf(import.meta.url);',
  },
  plugins: [installed],
  logLevel: "warning",
} satisfies BuildOptions;

export default config;
