import { createRequire } from "node:module";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Not the package's own, which are for a process that is used once. */
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/**
 * A real Chromium: the one that npm installed (for Linux on x64), or that of CHROME_PATH. Null where there is neither, so that
 * tests are left out; but on machines that check what others rely on (CI is set), that is a fault.
 */
export async function openBrowser(): Promise<Browser | null> {
  const given = process.env["CHROME_PATH"];
  if (given) return driver.launch({ executablePath: given, args: ARGS });
  if (process.platform !== "linux" || process.arch !== "x64") {
    if (process.env["CI"]) throw new Error(NO_BROWSER);
    return null;
  }
  return driver.launch({ executablePath: await chromium.executablePath(), args: ARGS });
}

export const NO_BROWSER = "No Chromium for this machine comes from npm: set CHROME_PATH to one.";

/**
 * The rules of accessibility that a page breaks, each with the first element that does; scripts have to be let in (`bypassCSP`).
 * Nothing else of what axe finds leaves the browser: to read all of it takes longer than to find it.
 */
export async function brokenRules(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0]?.html))`,
  );
}
