import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { packagePath } from "../../src/package-root.ts";
import { CORPORA } from "../eval/gold.ts";
import { compiledExtract } from "./compiled-extract.ts";

/**
 * How long drafting takes, as a ratio to what tokenising and tagging the words of the same texts takes: both as compiled JavaScript,
 * in processor time. Rounds of both alternate, so that other work on the machine meets both; the first are not counted, since
 * until then the engine still compiles. Folders of `.txt` files may be given.
 */
const WARMING = 25;
const ROUNDS = 50;

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
const extract = await compiledExtract();

/** Milliseconds of processor time, those of the engine's own threads included. */
function time(work: (text: string) => unknown): number {
  const start = process.cpuUsage();
  for (const text of texts) work(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (values: number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const round = () => ({ tagging: time(tag), drafting: time(extract) });
for (let warming = 0; warming < WARMING; warming++) round();
const rounds = Array.from({ length: ROUNDS }, round);
const ratio = median(rounds.map(({ tagging, drafting }) => drafting / tagging));
const fastest = {
  tagging: Math.min(...rounds.map(({ tagging }) => tagging)),
  drafting: Math.min(...rounds.map(({ drafting }) => drafting)),
};
process.stdout.write(
  [
    `${texts.length} texts, ${ROUNDS} rounds: drafting takes ${(fastest.drafting / fastest.tagging).toFixed(2)} times what tagging takes`,
    `by the fastest rounds, ${ratio.toFixed(2)} times by the median; ${(fastest.drafting / texts.length).toFixed(2)} ms a text\n`,
  ].join("\n"),
);
