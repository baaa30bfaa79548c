#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { DraftOptions } from "./commands/draft.ts";
import type { ExportOptions } from "./commands/export.ts";
import type { KeyOptions } from "./commands/keys.ts";
import type { ReviewOptions } from "./commands/review.ts";
import type { NewWebhook } from "./commands/webhooks.ts";
import { readConfig, SETTINGS } from "./config.ts";
import { DatelineError } from "./domain/errors.ts";
import { packageVersion } from "./package-root.ts";

const EXIT_CODES = `
Exit codes:
  0  done
  1  something unexpected went wrong
  2  wrong arguments, settings or input; the message says what`;

const ENVIRONMENT = `
Settings (environment variables):
${SETTINGS.map(({ name, description, default: value }) => `  ${name}\n      ${description} Default: ${value}`).join("\n")}`;

const INGEST_EXAMPLES = `
Examples:
  dateline ingest saved-page.html --topic bridge --topic-title "The new bridge"
  dateline ingest articles/ --source example.com --language en --dry-run
  dateline ingest https://example.com/feed.xml --topic bridge
  pbpaste | dateline ingest - --published 2025-03-01 --access full

An article that is on record already is left as it is. What cannot be read is reported, the rest goes in, and
the exit code is 2.`;
const REVIEW_EXAMPLES = `
Examples:
  dateline review --topic summit                      go through what is drafted of a topic
  dateline review --list --kind quote                 list quotes with their keys
  dateline review --accept all --min-confidence 0.9   put all of them on record that are right nine times in ten
  dateline review --reject 3f2a 90c1                  reject two drafts`;

const EXTRACTOR_HELP =
  "who drafts: rules (the default), or model, which sends the texts to EXTRACTOR_URL (docs/extractors.md)";
/** Processes at most: more than a machine has processors are no use. */
const MOST_WORKERS = 64;

const KEYS_EXAMPLES = `
Examples:
  dateline keys create --name "Night desk" --scope editor
  dateline keys create --name app --scope reader --expires 2027-01-31`;

const program = new Command("dateline")
  .description("Follows a running news story and serves it as one queryable GraphQL timeline.")
  .version(packageVersion())
  .addHelpText("after", `${ENVIRONMENT}\n${EXIT_CODES}`)
  .showHelpAfterError("(dateline --help says more)")
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

program
  .command("serve")
  .description("Run the server, creating and migrating the database where needed.")
  .option("--demo", "put the demo story on record first if nothing is", false)
  .addOption(
    new Option("--workers <number>", "how many processes share the port and the work")
      .default(1)
      .argParser(workerCount),
  )
  .action(async ({ demo, workers }: { demo: boolean; workers: number }) => {
    if (workers === 1) {
      const { serve } = await import("./commands/serve.ts");
      return serve(readConfig(), { demo });
    }
    const { serveWithWorkers } = await import("./commands/serve-workers.ts");
    await serveWithWorkers(readConfig(), { demo, workers });
  });

program
  .command("seed")
  .description(
    "Put story folders or an exported file on record, in one transaction. Doing it again changes nothing.",
  )
  .argument(
    "[path...]",
    "story folders (docs/story-format.md), or one file of `dateline export` (- reads what is piped in); without any, the demo story",
  )
  .action(async (paths: string[]) => {
    const { seed } = await import("./commands/seed.ts");
    await seed(readConfig().database, paths);
  });

program
  .command("export")
  .description(
    "Print what is on record, or a topic, in a format that others read (docs/export.md). The dateline format has every text, whoever may read it, and `dateline seed` puts it on record again.",
  )
  .addOption(
    new Option("--format <format>", "what to write; all but dateline are of a topic or a person")
      .choices(["dateline", "timelinejs", "jsonld", "csv", "atom", "ical", "briefing"])
      .default("dateline"),
  )
  .option("--topic <slug>", "only this topic, and what it refers to")
  .option("--out <file>", "write to a file instead, which is there when it is whole")
  .option("--free", "dateline: leave out texts of which only passages may be shown, as over HTTP", false)
  .option(
    "--as-of <day>",
    "timelinejs, jsonld, csv, a person's briefing: as it was known by the end of a day",
  )
  .option("--since <day>", "briefing: what was reported after a day, or recorded after a cursor of `changes`")
  .option("--until <day>", "briefing: the day to catch up to; without it, today")
  .option("--person <slug>", "briefing: what this person said instead")
  .option("--event <slug>", "briefing: only what the person said about this event")
  .option("--origin <address>", "where the pages are, such as https://example.org, for links to them")
  .action(async (options: ExportOptions) => {
    const { exportCommand } = await import("./commands/export.ts");
    await exportCommand(readConfig().database, options);
  });

program
  .command("ingest")
  .description("Put articles on record: files, folders, addresses, or the standard input (docs/ingest.md).")
  .argument("<input...>", "files, folders (and theirs), http and https addresses, - for the standard input")
  .option("--topic <slug>", "the topic that everything goes to")
  .option("--topic-title <title>", "what it is called, where it is not on record yet")
  .option(
    "--access <who>",
    "passages: readers see passages only; full: anyone may read the texts",
    "passages",
  )
  .option("--published <date>", "EDTF date of articles that do not say it themselves")
  .option("--source <name>", "publisher, by name or domain, of articles that do not say it themselves")
  .option("--language <tag>", "BCP 47 tag of articles that do not say it themselves")
  .option("--format <format>", "text, markdown, html, feed, ninjs or timelinejs, where it is not recognised")
  .option("--dry-run", "write nothing, and say what would be done")
  .option("--json", "one line of JSON for each article on stdout, and one for the summary")
  .option("--no-extract", "make no drafts from the texts")
  .option("--extractor <name>", EXTRACTOR_HELP)
  .option("--timeout <seconds>", "how long an address may take", "20")
  .option("--max-bytes <bytes>", "how large a file or page may be", String(5 * 1024 * 1024))
  .addHelpText("after", INGEST_EXAMPLES)
  .action(async (inputs: string[], flags: Record<string, unknown>) => {
    const { ingest } = await import("./commands/ingest.ts");
    process.exitCode = await ingest(readConfig(), inputs, flags);
  });

program
  .command("migrate")
  .description("Create the database or bring it up to date. Every command does this by itself.")
  .action(async () => {
    const { migrate } = await import("./commands/migrate.ts");
    await migrate(readConfig().database);
  });

program
  .command("copy")
  .description("Copy everything on record from DATABASE_URL into another, empty database, of either kind.")
  .argument("<to>", "the other database, in one of the forms of DATABASE_URL")
  .action(async (to: string) => {
    const { copy } = await import("./commands/copy.ts");
    await copy(readConfig().database, to);
  });

program
  .command("extract")
  .description(
    "Print what can be drafted from a text file: its people, quotes and events. Nothing is stored.",
  )
  .argument("<file>", "plain text; - reads what is piped in")
  .option("--published <edtf>", "when it was published; without it, what a line with a date at its head says")
  .option("--language <tag>", "its language, a BCP 47 tag; there are rules for English", "en")
  .option("--json", "print JSON: spans in code points of the file, end exclusive", false)
  .action(async (file: string, options: { published?: string; language: string; json: boolean }) => {
    const { extractCommand } = await import("./commands/extract.ts");
    await extractCommand(file, options);
  });

program
  .command("article")
  .description("Record that the outlet corrected or retracted an article, or how much of it anyone may read.")
  .argument("<slug>", "its slug: what its page has after /articles/")
  .option("--state <state>", "corrected; retracted: nothing is supported by it any more; or current")
  .option("--access <access>", "full: anyone may read its text; or passages")
  .action(async (slug: string, options: { state?: string; access?: string }) => {
    const { articleCommand } = await import("./commands/article.ts");
    await articleCommand(readConfig().database, slug, options);
  });

program
  .command("draft")
  .description(
    "Draft people, quotes and events of articles on record, for review. Doing it again changes nothing.",
  )
  .option("--article <slug>", "of one article")
  .option("--topic <slug>", "of the articles of a topic")
  .option("--all", "of all articles")
  .option("--extractor <name>", EXTRACTOR_HELP)
  .action(async (options: DraftOptions) => {
    const { draftCommand } = await import("./commands/draft.ts");
    process.exitCode = await draftCommand(readConfig(), options);
  });

program
  .command("review")
  .description(
    "Decide about drafts: one after the other in a terminal, else as the options say. Without any, and where nobody sits at it, they are listed.",
  )
  .option("--article <slug>", "only drafts of an article")
  .option("--topic <slug>", "only drafts of a topic's articles")
  .option("--kind <kind>", "only drafts of a kind: person, quote or event")
  .option("--min-confidence <number>", "only drafts that are at least so sure, 0 to 1", confidence)
  .option("--max-confidence <number>", "only drafts that are at most so sure, 0 to 1", confidence)
  .option("--accept <key...>", "put these on record: keys, their first letters, or all that is not doubtful")
  .option(
    "--same-as <slug>",
    "what is accepted is this person or event on record; for a quote: its speaker, or the key of an accepted draft of the same words",
  )
  .option("--new", "what is accepted is something new, whatever it is like")
  .option("--reject <key...>", "these are not to be put on record, nor drafted again")
  .option("--list", "list them, also in a terminal")
  .option("--json", "print them as JSON")
  .addHelpText("after", REVIEW_EXAMPLES)
  .action(async (options: ReviewOptions) => {
    const { review } = await import("./commands/review.ts");
    await review(readConfig().database, options);
  });

const webhooks = program
  .command("webhooks")
  .description("Tell other servers of what was put on record (docs/webhooks.md).");

webhooks
  .command("add")
  .description("Add one. What is on record from now on is posted to it; its secret is shown once.")
  .argument("<url>", "where to post to, http or https")
  .option("--name <name>", "what to call it")
  .option("--topic <slug>", "only what concerns a topic")
  .option("--since <cursor>", "begin after a cursor of `changes`, rather than now; start for everything")
  .action(async (url: string, options: NewWebhook) => {
    const { webhookCommand } = await import("./commands/webhooks.ts");
    await webhookCommand(readConfig(), { do: "add", url, ...options });
  });

webhooks
  .command("list")
  .description("List them, and how each fares.")
  .option("--json", "print them as JSON")
  .action(async (options: { json?: boolean }) => {
    const { webhookCommand } = await import("./commands/webhooks.ts");
    await webhookCommand(readConfig(), { do: "list", ...options });
  });

for (const [name, description] of [
  ["remove", "Remove one: nothing is posted to it any more."],
  ["deliveries", "List what was posted to one of late, and what it answered."],
] as const) {
  webhooks
    .command(name)
    .description(description)
    .argument("<key>", "its key or its name")
    .action(async (key: string) => {
      const { webhookCommand } = await import("./commands/webhooks.ts");
      await webhookCommand(readConfig(), { do: name, key });
    });
}

webhooks
  .command("retry")
  .description("Try one again now, also one that was given up. It goes on where it was.")
  .argument("<key>", "its key or its name")
  .option("--since <cursor>", "go back, or ahead, to a cursor of `changes`; start for everything")
  .action(async (key: string, options: { since?: string }) => {
    const { webhookCommand } = await import("./commands/webhooks.ts");
    await webhookCommand(readConfig(), { do: "retry", key, ...options });
  });

const keys = program
  .command("keys")
  .description("Make, list and revoke the keys of those who write, or read where not everybody may.");
keys
  .command("create")
  .description("Make a key, and print its secret: the only time that it is shown.")
  .requiredOption("--name <name>", "whose it is: what the change log calls its holder")
  .requiredOption(
    "--scope <scope>",
    "reader: may read; editor: may write, too; admin: may look after the server, too",
  )
  .option("--expires <day>", "the last day in UTC on which it holds, or a moment; without it, it has no end")
  .addHelpText("after", KEYS_EXAMPLES)
  .action(async (options: KeyOptions) => {
    const { keysCommand } = await import("./commands/keys.ts");
    await keysCommand(readConfig().database, { do: "create", options });
  });
keys
  .command("list")
  .description("List keys, with whose they are, what they allow and when they were last used.")
  .action(async () => {
    const { keysCommand } = await import("./commands/keys.ts");
    await keysCommand(readConfig().database, { do: "list" });
  });
keys
  .command("revoke")
  .description("Take a key back: from now on it is refused.")
  .argument("<key>", "what `dateline keys list` shows in front of it, or its holder's name")
  .action(async (key: string) => {
    const { keysCommand } = await import("./commands/keys.ts");
    await keysCommand(readConfig().database, { do: "revoke", key });
  });

program
  .command("schema")
  .description("Print the GraphQL schema.")
  .option("--out <file>", "write it to a file instead")
  .option("--check <file>", "fail if a file does not hold it")
  .action(async (options: { out?: string; check?: string }) => {
    const { schemaCommand } = await import("./commands/schema.ts");
    await schemaCommand(options);
  });

for (const command of [...program.commands, ...keys.commands, ...webhooks.commands])
  command.exitOverride().addHelpText("after", EXIT_CODES);

// Whoever reads what is printed may have enough of it; what is being done goes on.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** A number from 0 to 1. */
function confidence(given: string): number {
  const number = Number(given);
  if (given.trim() !== "" && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError("It is a number from 0 to 1.");
}

/** Says what went wrong, without a stack where the message is meant for whoever ran the command. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof DatelineError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

function workerCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_WORKERS) return count;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${MOST_WORKERS}.`);
}
