import { createInterface } from "node:readline";
import { DatelineError } from "../domain/errors.ts";
import { DRAFT_KINDS, type DraftKind } from "../domain/model.ts";
import { acceptDrafts } from "../ingest/drafts/accept-drafts.ts";
import { type DraftChoice, everyDraft } from "../ingest/drafts/choice.ts";
import type { HeldBack } from "../ingest/drafts/held-back.ts";
import { rejectDrafts } from "../ingest/drafts/reject-drafts.ts";
import type { AcceptAs } from "../ingest/drafts/same-as.ts";
import type { DraftFilter } from "../store/drafts.ts";
import { openStore, type Store } from "../store/open.ts";
import type { DatabaseSettings } from "../store/settings.ts";
import { type Decisions, type Desk, reviewOneByOne } from "./review/one-by-one.ts";
import { heldLines, samenessOf } from "./review/same-as.ts";
import { draftList, draftsAsJson } from "./review/show.ts";
import { count, printable } from "./words.ts";

/** Which drafts, and what is done about them. */
export interface ReviewOptions {
  /** Slugs. */
  readonly topic?: string;
  readonly article?: string;
  readonly kind?: string;
  readonly minConfidence?: number;
  readonly maxConfidence?: number;
  /** Keys, or `all` for all that the rest lets through. */
  readonly accept?: readonly string[];
  readonly reject?: readonly string[];
  /** What all that is accepted is: the slug of a person or event on record; of quotes, that of the speaker or an accepted draft's key. */
  readonly sameAs?: string;
  /** Whether all that is accepted is something new, whatever it is like. */
  readonly new?: boolean;
  readonly list?: boolean;
  readonly json?: boolean;
}

/** Opens the store and prints what {@link reviewed} says; asks where somebody sits at a terminal. */
export async function review(database: DatabaseSettings, options: ReviewOptions): Promise<void> {
  const store = await openStore(database);
  const terminal = process.stdin.isTTY && process.stdout.isTTY ? terminalDesk : null;
  try {
    process.stdout.write(printable(await reviewed(store, options, { now: () => new Date(), terminal })));
  } finally {
    await store.close();
  }
}

/** What reviewing takes from outside. */
export interface Surroundings {
  readonly now: () => Date;
  /** Opens a place to ask; null where there is nobody to answer. */
  readonly terminal: (() => { readonly desk: Desk; close(): void }) | null;
}

/**
 * Decides about drafts as told, lists them, or asks about one after the other where there is somebody to answer.
 *
 * @returns what to print
 * @throws DatelineError INVALID_DRAFT for a draft, topic or article that is not there, INVALID_CONFIG for options that
 *   do not go together
 */
export async function reviewed(
  store: Store,
  options: ReviewOptions,
  { now, terminal }: Surroundings,
): Promise<string> {
  const filter = await filterOf(store, options);
  if (options.accept !== undefined || options.reject !== undefined) {
    return decided(store, options, filter, now());
  }
  if (acceptAs(options) !== undefined) throw asWhat();
  const drafts = await everyDraft(store, filter);
  if (options.json) return draftsAsJson(drafts, await samenessOf(store, drafts));
  if (drafts.length === 0) return "No draft waits for a decision.\n";
  if (options.list || terminal === null) {
    const advice = "Decide: dateline review --accept KEY… or --reject KEY…";
    return `${draftList(drafts, await samenessOf(store, drafts))}\n${count(drafts.length, "draft")}. ${advice}\n`;
  }
  const { desk, close } = terminal();
  try {
    return summary(await reviewOneByOne(store, drafts, desk, now));
  } finally {
    close();
  }
}

async function decided(store: Store, options: ReviewOptions, filter: DraftFilter, at: Date): Promise<string> {
  const [accept, reject] = [choice(options.accept, filter), choice(options.reject, filter)];
  if (accept !== null && reject !== null && ("filter" in accept || "filter" in reject)) {
    throw new DatelineError("INVALID_CONFIG", "`all` goes with --accept or with --reject, not with both.");
  }
  const as = acceptAs(options);
  if (as !== undefined && (accept === null || "filter" in accept)) throw asWhat();
  const author = { at, actor: null };
  const rejected = reject === null ? 0 : await rejectDrafts(store, reject, author);
  if (accept === null) return summary({ accepted: 0, alongside: 0, rejected });
  const { created, updated, held, ...decisions } = await acceptDrafts(store, accept, author, as);
  return `${summary({ ...decisions, rejected })}On record: ${created} created, ${updated} updated.\n${await left(store, held)}`;
}

/** Drafts that were left are named, at most. */
const MOST_LEFT = 20;

async function left(store: Store, held: readonly HeldBack[]): Promise<string> {
  if (held.length === 0) return "";
  const lines = await heldLines(store, held.slice(0, MOST_LEFT));
  if (held.length > lines.length) lines.push(`and ${held.length - lines.length} more`);
  const advice =
    "Decide: --accept KEY --same-as SLUG for what is on record, --accept KEY --new for something new";
  return [
    `${count(held.length, "draft")} left, since it is doubtful what ${held.length === 1 ? "it is" : "they are"}:`,
    ...lines.map((line) => `  ${line}`),
    `${advice}.`,
    "",
  ].join("\n");
}

function acceptAs({ sameAs, new: isNew = false }: ReviewOptions): AcceptAs | undefined {
  if (sameAs !== undefined && isNew) {
    throw new DatelineError("INVALID_CONFIG", "It is --same-as something or --new, not both.");
  }
  if (isNew) return { isNew };
  return sameAs === undefined ? undefined : { sameAs };
}

function asWhat(): DatelineError {
  return new DatelineError("INVALID_CONFIG", "--same-as and --new go with --accept and the keys of drafts.");
}

function choice(keys: readonly string[] | undefined, filter: DraftFilter): DraftChoice | null {
  if (keys === undefined) return null;
  return keys.includes("all") ? { filter } : { keys };
}

function summary({ accepted, alongside, rejected }: Decisions): string {
  const people = alongside > 0 ? ` (${alongside} of them because others name them)` : "";
  return `${count(accepted, "draft")} accepted${people}, ${rejected} rejected.\n`;
}

async function filterOf(store: Store, options: ReviewOptions): Promise<DraftFilter> {
  const { topic, article, kind, minConfidence, maxConfidence } = options;
  return {
    topicId: topic === undefined ? undefined : (await one(store.topics.bySlug([topic]), "topic", topic)).id,
    articleId:
      article === undefined
        ? undefined
        : (await one(store.articles.bySlug([article]), "article", article)).id,
    kinds: kind === undefined ? undefined : [kindOf(kind)],
    minConfidence,
    maxConfidence,
  };
}

async function one<Row>(found: Row[] | Promise<Row[]>, what: string, slug: string): Promise<Row> {
  const [row] = await found;
  if (row !== undefined) return row;
  throw new DatelineError("INVALID_DRAFT", `There is no ${what} "${slug}" on record; check the spelling.`);
}

function kindOf(given: string): DraftKind {
  const kind = DRAFT_KINDS.find((known) => known === given.toUpperCase());
  if (kind !== undefined) return kind;
  throw new DatelineError("INVALID_CONFIG", `--kind: "${given}" is none of person, quote, event.`);
}

/** The terminal as a place to ask. What is typed ahead answers the next questions, and the end of input all the rest. */
function terminalDesk(): { readonly desk: Desk; close(): void } {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed: (string | null)[] = [];
  let waiting: ((answer: string | null) => void) | null = null;
  const take = (answer: string | null) => {
    if (waiting === null) typed.push(answer);
    else waiting(answer);
    waiting = null;
  };
  terminal.on("line", take);
  terminal.on("close", () => {
    take(null);
    typed.push(null);
  });
  return {
    desk: {
      print: (text) => void process.stdout.write(printable(text)),
      ask(question) {
        const [next] = typed;
        // The end stays the end.
        if (next !== undefined) return Promise.resolve(next === null ? next : (typed.shift() ?? null));
        terminal.setPrompt(question);
        terminal.prompt();
        return new Promise((resolve) => {
          waiting = resolve;
        });
      },
    },
    close: () => terminal.close(),
  };
}
