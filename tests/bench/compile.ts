import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/**
 * Compiles scripts of the project to JavaScript, with what they share beside them.
 *
 * @param scripts from the root of the project, such as `src/cli.ts`
 * @param folder where they go, at their own paths below the folder that they have in common: one beside `src`, so that
 * they find what ships with the package
 * @param elsewhere packages that are not installed in the project but in folders of it
 */
export async function compile(
  root: string,
  scripts: readonly string[],
  folder: string,
  elsewhere: readonly Elsewhere[] = [],
): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...scripts],
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20.19",
    sourcemap: true,
    plugins: elsewhere.map(installed),
  });
}

/** Packages, and the folder that they are installed in. */
export interface Elsewhere {
  readonly folder: string;
  readonly packages: readonly string[];
}

/** Finds packages where they are: the compiled scripts are somewhere else. */
function installed({ folder, packages }: Elsewhere): Plugin {
  const { resolve } = createRequire(pathToFileURL(`${folder}/package.json`));
  const isOne = (path: string) => packages.some((name) => path === name || path.startsWith(`${name}/`));
  return {
    name: "installed elsewhere",
    setup: ({ onResolve }) =>
      onResolve({ filter: /^[@\w]/ }, ({ path }) =>
        isOne(path) ? { path: pathToFileURL(resolve(path)).href, external: true } : null,
      ),
  };
}
