import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildDatabase } from "./database.ts";
import { Random } from "./generator/random.ts";
import { Client, type RoundResult } from "./load.ts";
import { wholeNumber } from "./options.ts";
import { readPeople } from "./people.ts";
import { postgresCopy } from "./postgres.ts";
import { PERSON_EVENTS } from "./query.ts";
import { type Measured, report } from "./report.ts";
import { startServer } from "./server-process.ts";

// What growth costs on PostgreSQL: a person's first page with so many events on record, and with many times as many.

const CONNECTIONS = 4;
const WARM_UP_SECONDS = 5;

const { values } = parseArgs({
  options: {
    db: { type: "string" },
    events: { type: "string", default: "10000" },
    times: { type: "string", default: "100" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "5" },
  },
});
const events = wholeNumber("events", values.events);
const times = wholeNumber("times", values.times);
const path = values.db ?? `data/bench-${events}.db`;
const note = (text: string) => void process.stderr.write(`${text}\n`);

if (!existsSync(path)) await buildDatabase({ path, events, seed: 1, search: false });
const people = readPeople(path);
const running = [];
try {
  for (const copies of [1, times]) {
    const database = await postgresCopy(path, note, copies);
    const server = await startServer("./dateline-server.ts", database.url);
    const client = new Client(server.port, CONNECTIONS);
    running.push({ name: `${copies} x the events`, copies, database, server, client });
  }
  const measured: Measured[] = running.map(({ name }) => ({ name, rounds: [] }));
  for (const { client, copies } of running) await client.drive(bodies(0, copies), WARM_UP_SECONDS);
  for (let round = 1; round <= wholeNumber("rounds", values.rounds); round++) {
    for (const [index, { server, client, copies }] of running.entries()) {
      const before = await server.cpu();
      const result: RoundResult = await client.drive(
        bodies(round, copies),
        wholeNumber("seconds", values.seconds),
      );
      const cpu = ((await server.cpu()) - before) / result.requests;
      const one = measured[index];
      if (one) measured[index] = { ...one, rounds: [...one.rounds, { ...result, cpu }] };
    }
  }
  process.stdout.write(report(measured, "to 1 x"));
} finally {
  for (const { client, server, database } of running) {
    client.close();
    server.stop();
    await database.stop();
  }
}

/** Questions about people chosen at random among all copies. */
function bodies(from: number, copies: number): () => string {
  const random = new Random(1 + from);
  return () => {
    const copy = random.below(copies);
    const slug = random.pick(people) + (copy === 0 ? "" : `-${copy}`);
    return JSON.stringify({ query: PERSON_EVENTS, variables: { slug } });
  };
}
