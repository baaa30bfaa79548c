import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { buildDatabase } from "./database.ts";
import { Random } from "./generator/random.ts";
import { Client } from "./load.ts";
import { wholeNumber } from "./options.ts";
import { postgresCopy } from "./postgres.ts";
import { type Measured, report } from "./report.ts";
import { type ServerProcess, startServer } from "./server-process.ts";
import { type BenchServer, benchServers } from "./servers.ts";
import { type Workload, workloads } from "./workloads.ts";
import { startWriting } from "./writing.ts";

const CONNECTIONS = 16;
/** Questions whose answers are compared before anything is measured. */
const COMPARED = 40;
const WARM_UP_SECONDS = 2;
/** Different questions that a server with kept answers is asked. */
const HOT_QUESTIONS = 50;

const { values } = parseArgs({
  options: {
    db: { type: "string" },
    events: { type: "string", default: "20000" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    workloads: { type: "string" },
    servers: { type: "string" },
    postgres: { type: "boolean", default: false },
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
const kinds = workloads(path).filter(({ name }) => values.workloads?.split(",").includes(name) ?? true);
const postgres = values.postgres ? await postgresCopy(path, note) : null;

/** A server that runs. */
interface Running {
  readonly of: BenchServer;
  readonly server: ServerProcess;
  readonly client: Client;
  /** What it serves: a path, or a URL. */
  readonly database: string;
}
const running: Running[] = [];
try {
  for (const of of benchServers({ postgres: postgres !== null })) {
    if (values.servers !== undefined && !values.servers.split(",").some((name) => of.name.includes(name)))
      continue;
    const database = of.engine === "sqlite" ? path : postgres?.url;
    if (database === undefined) continue;
    const server = await startServer(of.script, database, of.mode, of.node);
    running.push({ of, server, client: new Client(server.port, CONNECTIONS), database });
  }
  for (const kind of kinds) {
    const asked = running.filter(({ of }) => kind.isMeasured || !of.isFloor);
    await compareAnswers(kind, asked);
    const [first] = asked;
    process.stdout.write(
      `\n${kind.name}\n${report(await measure(kind, asked), `to ${first?.of.name.split(",")[0]}`)}`,
    );
  }
} finally {
  for (const { server, client } of running) {
    client.close();
    server.stop();
  }
  await postgres?.stop();
}

/** Checks that all servers give the same data. */
async function compareAnswers(kind: Workload, asked: readonly Running[]): Promise<void> {
  const random = new Random(seed);
  for (let count = 0; count < COMPARED; count++) {
    const body = kind.next(random);
    const answers = await Promise.all(
      asked.map(async ({ client, of: { words } }) => client.ask(words?.ask(body) ?? body)),
    );
    const [first = ""] = answers;
    for (const [index, answer] of answers.entries()) {
      const { name, words } = asked[index]?.of ?? {};
      const same = words ? words.tellsTheSame(answer, first) : dataOf(answer) === dataOf(first);
      if (!same) throw new Error(`${name} differs about ${body}: ${difference(first, answer)}`);
    }
  }
  note(`${kind.name}: the same answers to ${COMPARED} questions`);
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

/** Drives the servers in turns; in each round all are asked the same in the same order, those that keep answers a few things. */
async function measure(kind: Workload, asked: readonly Running[]): Promise<Measured[]> {
  for (const { of, client } of asked) await client.drive(bodies(kind, of, seed), WARM_UP_SECONDS);
  const results = asked.map(({ of }) => ({ name: of.name, rounds: [] as Measured["rounds"][number][] }));
  for (let round = 1; round <= rounds; round++) {
    note(`${kind.name}: round ${round} of ${rounds}`);
    for (const [index, { of, server, client, database }] of asked.entries()) {
      const writing = kind.writesPerSecond && (await startWriting(database, kind.writesPerSecond));
      const before = await server.cpu();
      const result = await client.drive(bodies(kind, of, seed + round), seconds);
      const cpu = of.isSeveral ? null : ((await server.cpu()) - before) / result.requests;
      if (writing) await writing.stop();
      results[index]?.rounds.push({ ...result, cpu });
    }
  }
  return results;
}

/** Questions chosen at random, the same ones for the same seed. */
function bodies(kind: Workload, { isHot = false, words }: BenchServer, from: number): () => string {
  const random = new Random(from);
  if (words) return () => words.ask(kind.next(random));
  if (!isHot) return () => kind.next(random);
  const few = Array.from({ length: HOT_QUESTIONS }, () => kind.next(random));
  return () => random.pick(few);
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
