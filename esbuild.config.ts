import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";
import { z } from "zod";
import manifest from "./package.json" with { type: "json" };

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

const isOf = (path: string, name: string) => path === name || path.startsWith(`${name}/`);
const INSTALLED = Object.keys(manifest.dependencies).filter(
  (name) => !BUNDLED.some((bundled) => isOf(name, bundled)),
);

/** Leaves packages where they are installed, whoever asks for them: there is to be one of each. */
const installed: Plugin = {
  name: "installed",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[@\w]/ }, ({ path, kind }) =>
      kind !== "entry-point" && INSTALLED.some((name) => isOf(path, name)) ? { path, external: true } : null,
    ),
};

/** Puts the licenses of the packages that are in the bundle beside it, as these ask for wherever their code is handed on. */
const licenses: Plugin = {
  name: "licenses",
  setup({ initialOptions: { absWorkingDir = "", outdir = "" }, onEnd }) {
    onEnd(({ metafile }) => {
      const bundled = Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) => Object.keys(inputs));
      const folders = bundled.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []);
      const notices = [...new Set(folders)].map((folder) => noticeOf(resolve(absWorkingDir, folder)));
      writeFileSync(resolve(absWorkingDir, outdir, "cli-licenses.txt"), notices.toSorted().join("\n\n"));
    });
  },
};

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** A package's name, version and kind of license, and what it says of that in files of its own. */
function noticeOf(folder: string): string {
  const { name, version, license } = Manifest.parse(
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copyright)/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}

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
  metafile: true,
  plugins: [installed, licenses],
  logLevel: "warning",
} satisfies BuildOptions;

export default config;
