import { parseArgs } from "node:util";
import { Random } from "./generator/random.ts";
import { Client } from "./load.ts";
import { wholeNumber } from "./options.ts";
import { startServer } from "./server-process.ts";
import { workloads } from "./workloads.ts";

// Whether the server grows: its memory after some mixed requests, and after a hundred times as many.

const { values } = parseArgs({
  options: {
    db: { type: "string" },
    first: { type: "string", default: "1000" },
    last: { type: "string", default: "100000" },
  },
});
if (values.db === undefined) throw new Error("Give --db, the path of a database.");
const [first, last] = [wholeNumber("first", values.first), wholeNumber("last", values.last)];
const server = await startServer("./dateline-server.ts", values.db);
const client = new Client(server.port, 8);
const random = new Random(1);
const mixed = workloads(values.db).find(({ name }) => name === "mixed");
let asked = 0;

async function askUntil(count: number): Promise<number> {
  const work = async () => {
    while (asked < count && mixed) {
      asked += 1;
      await client.ask(mixed.next(random));
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return server.memory();
}

try {
  const before = await askUntil(first);
  const after = await askUntil(last);
  const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  process.stdout.write(
    `${first} requests: ${mib(before)}\n${last} requests: ${mib(after)}\nratio ${(after / before).toFixed(2)}\n`,
  );
} finally {
  client.close();
  server.stop();
}
