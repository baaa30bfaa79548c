import { parseArgs } from "node:util";
import { buildDatabase } from "./database.ts";
import { wholeNumber } from "./options.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "100000" },
    out: { type: "string" },
    seed: { type: "string", default: "1" },
    force: { type: "boolean", default: false },
    "no-search": { type: "boolean", default: false },
  },
});
const events = wholeNumber("events", values.events);
const path = values.out ?? `data/bench-${events}.db`;

try {
  const { rows, bytes, seconds } = await buildDatabase({
    path,
    events,
    seed: wholeNumber("seed", values.seed),
    force: values.force,
    search: !values["no-search"],
    onProgress: (step) => void process.stderr.write(`${step}\n`),
  });
  for (const [table, count] of Object.entries(rows)) {
    process.stdout.write(`${table.padEnd(20)}${count.toLocaleString("en").padStart(14)}\n`);
  }
  process.stdout.write(`${path}: ${(bytes / 2 ** 20).toFixed(0)} MiB in ${seconds.toFixed(1)} s\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
