import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import SQLite from "better-sqlite3";
import { z } from "zod";
import { buildDatabase } from "./database.ts";
import { Random } from "./generator/random.ts";
import { Client, type RoundResult } from "./load.ts";
import { wholeNumber } from "./options.ts";
import { PERSON_EVENTS } from "./query.ts";
import { type Measured, report } from "./report.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

const CONNECTIONS = 16;
/** People whose answers are compared before anything is measured. */
const COMPARED = 60;
const WARM_UP_SECONDS = 2;

const SERVERS = [
  { name: "floor", script: "./floor.ts" },
  { name: "dateline", script: "./dateline-server.ts" },
];

const { values } = parseArgs({
  options: {
    db: { type: "string" },
    events: { type: "string", default: "20000" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
  },
});
const events = wholeNumber("events", values.events);
const path = values.db ?? `data/bench-${events}.db`;
const seconds = wholeNumber("seconds", values.seconds);
const rounds = wholeNumber("rounds", values.rounds);
const seed = wholeNumber("seed", values.seed);

if (!existsSync(path)) {
  note(`building ${path} with ${events} events`);
  await buildDatabase({ path, events, seed });
}
const people = readPeople(path);
const running: { readonly name: string; readonly server: ServerProcess; readonly client: Client }[] = [];
try {
  for (const { name, script } of SERVERS) {
    const server = await startServer(script, path);
    running.push({ name, server, client: new Client(server.port, CONNECTIONS) });
  }
  await compareAnswers();
  process.stdout.write(report(await measure()));
} finally {
  for (const { server, client } of running) {
    client.close();
    server.stop();
  }
}

/** Checks that all servers give the same bytes: for the person with most entries, for nobody, and for random people. */
async function compareAnswers(): Promise<void> {
  const random = new Random(seed);
  const [first = ""] = people;
  const asked = [first, "nobody", ...Array.from({ length: COMPARED }, () => random.pick(people))];
  for (const slug of asked) {
    const answers = await Promise.all(running.map(({ client }) => client.ask(body(slug))));
    if (answers.some((answer) => answer !== answers[0])) {
      throw new Error(
        `The servers differ about ${slug}:\n${answers.map((one) => one.slice(0, 2_000)).join("\n")}`,
      );
    }
  }
  note(`the same answers for ${asked.length} people`);
}

/** Drives the servers in turns; in each round all are asked about the same people in the same order. */
async function measure(): Promise<Measured[]> {
  for (const { client } of running) await client.drive(bodies(seed), WARM_UP_SECONDS);
  const results = running.map(({ name }) => ({ name, rounds: [] as (RoundResult & { cpu: number })[] }));
  for (let round = 1; round <= rounds; round++) {
    note(`round ${round} of ${rounds}`);
    for (const [index, { server, client }] of running.entries()) {
      const before = await server.cpu();
      const result = await client.drive(bodies(seed + round), seconds);
      const cpu = ((await server.cpu()) - before) / result.requests;
      results[index]?.rounds.push({ ...result, cpu });
    }
  }
  return results;
}

/** Questions about people chosen at random, the same ones for the same seed. */
function bodies(from: number): () => string {
  const random = new Random(from);
  return () => body(random.pick(people));
}

function body(slug: string): string {
  return JSON.stringify({ query: PERSON_EVENTS, variables: { slug } });
}

function readPeople(file: string): string[] {
  const db = new SQLite(file, { readonly: true });
  const rows = db.prepare("select slug from agent where type = 'PERSON' order by id").pluck().all();
  db.close();
  return z.array(z.string()).nonempty().parse(rows);
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
