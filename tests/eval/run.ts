import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { extract } from "../../src/ingest/extract/extract.ts";

const SHARED = fileURLToPath(new URL("../../../shared", import.meta.url));
const gold = join(SHARED, "corpora/wikinews-gold");
if (!existsSync(gold)) {
  process.stdout.write(`Nothing to compare with: ${gold} is missing.\n`);
  process.exit(0);
}
const drafts = mkdtempSync(join(tmpdir(), "dateline-eval-"));
for (const name of readdirSync(gold).filter((file) => file.endsWith(".txt") && file !== "GUIDE.txt")) {
  const goldFile = join(gold, name.replace(/txt$/, "json"));
  if (!existsSync(goldFile)) continue;
  const { people, quotes, events } = extract(readFileSync(join(gold, name), "utf8"), {
    published: JSON.parse(readFileSync(goldFile, "utf8")).published,
  });
  const flat = {
    people,
    quotes: quotes.map(({ passage, speaker, ...rest }) => ({
      ...passage,
      ...rest,
      speaker: speaker?.name ?? (rest.speakerKind === "UNNAMED" ? rest.speakerAsWritten : null),
    })),
    events: events.map(({ passage, ...rest }) => ({ ...passage, ...rest })),
  };
  writeFileSync(join(drafts, name.replace(/txt$/, "json")), JSON.stringify(flat));
}
spawnSync(process.execPath, [join(SHARED, "tools/score.mjs"), gold, drafts, ...process.argv.slice(2)], {
  stdio: "inherit",
});
rmSync(drafts, { recursive: true });
