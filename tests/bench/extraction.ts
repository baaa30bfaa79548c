import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { extract } from "../../src/ingest/extract/extract.ts";
import { packagePath } from "../../src/package-root.ts";
import { CORPORA } from "../eval/gold.ts";

/**
 * How long drafting takes, as a ratio to what tagging the words of the same texts takes. Rounds of both alternate, so that other
 * work on the machine meets both. Folders of `.txt` files may be given.
 */
const ROUNDS = 15;

const folders = process.argv.slice(2);
const looked =
  folders.length > 0
    ? folders
    : ["wikinews-gold", "wikinews-running/apple", "wikinews-running/gm"].map((name) => join(CORPORA, name));
const texts = looked.filter((folder) => existsSync(folder)).flatMap(textsOf);
if (texts.length === 0) texts.push(...textsOf(packagePath("seeds/putin-trump-summit")));

function textsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

const nlp = winkNLP(model, ["pos"]);
const tag = (text: string) => nlp.readDoc(text).tokens().out(nlp.its.pos);

function time(work: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of texts) work(text);
  return performance.now() - start;
}

const median = (values: number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

time(tag);
time(extract);
const rounds = Array.from({ length: ROUNDS }, () => ({ tagging: time(tag), drafting: time(extract) }));
const ratio = median(rounds.map(({ tagging, drafting }) => drafting / tagging));
const each = median(rounds.map(({ drafting }) => drafting)) / texts.length;
process.stdout.write(
  `${texts.length} texts: drafting takes ${ratio.toFixed(2)} times what tagging takes, ${each.toFixed(1)} ms a text\n`,
);
