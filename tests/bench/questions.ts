import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildDatabase } from "./database.ts";
import { Random } from "./generator/random.ts";
import { Client, type RoundResult } from "./load.ts";
import { wholeNumber } from "./options.ts";
import { readColumn, readPeople } from "./people.ts";
import { EVENT_FIELDS } from "./query.ts";
import { type Measured, report } from "./report.ts";
import { startServer } from "./server-process.ts";

// What other questions cost, as ratios to the plain first page: filtered, as of a day, deep in a long timeline, searched.

const CONNECTIONS = 4;
const WARM_UP_SECONDS = 2;

const { values } = parseArgs({
  options: {
    db: { type: "string" },
    events: { type: "string", default: "20000" },
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
  },
});
const events = wholeNumber("events", values.events);
const path = values.db ?? `data/bench-${events}.db`;
const seed = wholeNumber("seed", values.seed);

if (!existsSync(path)) await buildDatabase({ path, events, seed });
const people = readPeople(path);
const [busiest = ""] = people;

/** Makes the body of the next question. */
type Question = (random: Random) => string;

const ofPerson = (slug: string, args: string): string =>
  body(
    `{ person(slug: ${JSON.stringify(slug)}) { name events(first: 20 ${args}) { edges { node { ${EVENT_FIELDS} } } } } }`,
  );

const QUESTIONS: readonly (readonly [name: string, question: Question])[] = [
  ["plain page", (random) => ofPerson(random.pick(people), "")],
  [
    "filtered page",
    (random) =>
      ofPerson(random.pick(people), 'filter: { status: [OCCURRED, SCHEDULED], from: "2000", to: "2030" }'),
  ],
  ["as of a day", (random) => ofPerson(random.pick(people), `asOf: "${day(random, 2020, 2025)}"`)],
  ["busiest, first page", () => ofPerson(busiest, "orderBy: NEWEST_FIRST")],
  [
    "busiest, as of a late day",
    (random) => ofPerson(busiest, `orderBy: NEWEST_FIRST, asOf: "${day(random, 2024, 2025)}"`),
  ],
  [
    "busiest, as of an early day",
    (random) => ofPerson(busiest, `orderBy: NEWEST_FIRST, asOf: "${day(random, 2012, 2014)}"`),
  ],
  ["search, one word", (random) => searchFor(random.pick(WORDS))],
  ["search, two words", (random) => searchFor(`${random.pick(WORDS)} ${random.pick(WORDS)}`)],
];

/** Words of the generated titles and texts, common and rare. */
const WORDS = readWords(path);

const server = await startServer("./dateline-server.ts", path);
const client = new Client(server.port, CONNECTIONS);
try {
  process.stdout.write(report(await measure(), "to plain"));
} finally {
  client.close();
  server.stop();
}

async function measure(): Promise<Measured[]> {
  const results = QUESTIONS.map(([name]) => ({ name, rounds: [] as (RoundResult & { cpu: number })[] }));
  for (const [, question] of QUESTIONS) await client.drive(from(question, seed), WARM_UP_SECONDS);
  for (let round = 1; round <= wholeNumber("rounds", values.rounds); round++) {
    for (const [index, [, question]] of QUESTIONS.entries()) {
      const before = await server.cpu();
      const result = await client.drive(from(question, seed + round), wholeNumber("seconds", values.seconds));
      const cpu = ((await server.cpu()) - before) / result.requests;
      results[index]?.rounds.push({ ...result, cpu });
    }
  }
  return results;
}

function from(question: Question, start: number): () => string {
  const random = new Random(start);
  return () => question(random);
}

function searchFor(words: string): string {
  return body(
    `{ search(query: ${JSON.stringify(words)}, first: 20) { edges { snippet node { __typename } } } }`,
  );
}

function body(query: string): string {
  return JSON.stringify({ query });
}

function day(random: Random, firstYear: number, lastYear: number): string {
  const year = firstYear + random.below(lastYear - firstYear + 1);
  return `${year}-${String(1 + random.below(12)).padStart(2, "0")}-15`;
}

function readWords(file: string): string[] {
  const titles = readColumn(file, "select title from event order by id limit 500");
  return [...new Set(titles.join(" ").match(/\p{L}{4,}/gu) ?? ["summit"])];
}
