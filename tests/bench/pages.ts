import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type DocumentNode, execute, parse } from "graphql";
import { createContext } from "../../src/graphql/context.ts";
import { schema } from "../../src/graphql/schema.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { createLogger } from "../../src/server/log.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { LONG_STORY, writeLongStory } from "../support/long-story.ts";
import { wholeNumber } from "./options.ts";

// What a page costs beside its data: the time of a page of a long topic, and that of its GraphQL document alone, in turns.

const WARM_UP_ROUNDS = 10;
const NOW = new Date("2025-12-01T12:00:00Z");

const { values } = parseArgs({
  options: {
    entries: { type: "string", default: "5000" },
    rounds: { type: "string", default: "25" },
  },
});
const entries = wholeNumber("entries", values.entries);
const rounds = wholeNumber("rounds", values.rounds);

const folder = await mkdtemp(join(tmpdir(), "dateline-pages-"));
const path = join(folder, "long.db");
await writeLongStory(path, entries);
const store = await openStore(path);
try {
  process.stdout.write(await measure(store));
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(of: Store): Promise<string> {
  const app = createDatelineApp(of, { logger: createLogger("silent"), graphiql: false, now: () => NOW });
  const page = async () => {
    const response = await app.fetch(new Request(`http://localhost/topics/${LONG_STORY}`));
    return response.text();
  };
  const html = await page();
  const { document, variables } = queryBehind(html);
  const data = async () => {
    const { errors } = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: createContext(of, () => NOW),
    });
    if (errors) throw errors[0];
  };
  const times: { page: number; data: number }[] = [];
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    const time = { data: await timed(data), page: await timed(page) };
    if (round >= 0) times.push(time);
  }
  const shown = html.match(/<article /g)?.length ?? 0;
  return [
    `a page of ${shown} entries of a topic of ${entries}, medians of ${rounds} rounds`,
    `page          ${median(times.map((one) => one.page)).toFixed(1)} ms`,
    `its data      ${median(times.map((one) => one.data)).toFixed(1)} ms`,
    `page to data  ${median(times.map((one) => one.page / one.data)).toFixed(2)}`,
    `HTML          ${(Buffer.byteLength(html) / 1_000).toFixed(0)} KB, compressed ${(gzipSync(html).byteLength / 1_000).toFixed(1)} KB`,
    "",
  ].join("\n");
}

/** The document behind a page, from the page's own link to it. */
function queryBehind(html: string): { document: DocumentNode; variables: Record<string, unknown> } {
  const [, search = ""] = /href="\/graphql\?([^"]+)"/.exec(html) ?? [];
  const params = new URLSearchParams(search.replaceAll("&amp;", "&"));
  return {
    document: parse(params.get("query") ?? ""),
    variables: JSON.parse(params.get("variables") ?? "{}"),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
