import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { buildDatabase } from "./database.ts";
import { Random } from "./generator/random.ts";
import { Client, type RoundResult } from "./load.ts";
import { wholeNumber } from "./options.ts";
import { readPeople } from "./people.ts";
import { postgresCopy } from "./postgres.ts";
import { PERSON_EVENTS } from "./query.ts";
import { type Measured, report } from "./report.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

const CONNECTIONS = 16;
/** People whose answers are compared before anything is measured. */
const COMPARED = 60;
const WARM_UP_SECONDS = 2;

const SERVERS = [
  { name: "floor", script: "./floor.ts", engine: "sqlite" },
  { name: "dateline", script: "./dateline-server.ts", engine: "sqlite" },
  { name: "dateline on PostgreSQL", script: "./dateline-server.ts", engine: "postgres" },
] as const;

const { values } = parseArgs({
  options: {
    db: { type: "string" },
    events: { type: "string", default: "20000" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    "no-postgres": { type: "boolean", default: false },
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
const postgres = values["no-postgres"] ? null : await postgresCopy(path, note);
const running: { readonly name: string; readonly server: ServerProcess; readonly client: Client }[] = [];
try {
  for (const { name, script, engine } of SERVERS) {
    const database = engine === "sqlite" ? path : postgres?.url;
    if (database === undefined) continue;
    const server = await startServer(script, database);
    running.push({ name, server, client: new Client(server.port, CONNECTIONS) });
  }
  await compareAnswers();
  process.stdout.write(report(await measure()));
} finally {
  for (const { server, client } of running) {
    client.close();
    server.stop();
  }
  await postgres?.stop();
}

/** Checks that all servers give the same bytes: for the person with most entries, for nobody, and for random people. */
async function compareAnswers(): Promise<void> {
  const random = new Random(seed);
  const [first = ""] = people;
  const asked = [first, "nobody", ...Array.from({ length: COMPARED }, () => random.pick(people))];
  for (const slug of asked) {
    const answers = await Promise.all(
      running.map(async ({ client }) => dataOf(await client.ask(body(slug)))),
    );
    const [first = ""] = answers;
    for (const [index, answer] of answers.entries()) {
      if (answer !== first)
        throw new Error(`${running[index]?.name} differs about ${slug}: ${difference(first, answer)}`);
    }
  }
  note(`the same answers for ${asked.length} people`);
}

/** What was found, without what is said about the answer. */
function dataOf(answer: string): string {
  return JSON.stringify(z.object({ data: z.unknown() }).parse(JSON.parse(answer)).data);
}

/** Two texts from a little before where they part. */
function difference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at++;
  return [one, other].map((text) => text.slice(Math.max(0, at - 100), at + 200)).join("\n");
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

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
