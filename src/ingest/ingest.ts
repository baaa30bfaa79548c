import { DatelineError } from "../domain/errors.ts";
import { type BodyAccess, DRAFT_STATES } from "../domain/model.ts";
import { ALL_DRAFTS } from "../store/drafts.ts";
import type { Store } from "../store/open.ts";
import { applyStory } from "./apply/apply-story.ts";
import { readDocument } from "./formats/read-document.ts";
import { readStory } from "./formats/story/read-folder.ts";
import type { FetchSettings } from "./inputs/fetch-page.ts";
import { type Input, listInputs } from "./inputs/list-inputs.ts";
import { readInput } from "./inputs/read-input.ts";
import { type IngestOutcome, type IngestSummary, summarize } from "./outcome.ts";
import type { Format, ReadItem, ReadSource } from "./reading.ts";
import { type ItemDefaults, itemStory } from "./to-story/item-story.ts";

/** How a run reads, and what holds for what it reads. */
export interface IngestOptions extends Partial<FetchSettings> {
  /** Tells the time: of what is fetched or piped, and of writing. */
  readonly now: () => Date;
  /** Who writes, for the change log; null where no one is known. */
  readonly actor?: string | null;
  /** The format of everything; without it, each is recognised by its content and name. */
  readonly format?: Format | undefined;
  /** Where everything goes; the title is needed where the topic is not on record. */
  readonly topic?: { readonly slug: string; readonly title?: string | undefined } | undefined;
  /** Who may read the texts: passages only, unless told otherwise. */
  readonly access?: BodyAccess | undefined;
  /** For articles that do not say it themselves: an EDTF date, a publisher, a BCP 47 tag. */
  readonly published?: string | undefined;
  readonly source?: ReadSource | undefined;
  readonly language?: string | undefined;
  /** Whether to write nothing, and only say what would be done. */
  readonly dryRun?: boolean;
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /**
   * Makes drafts from an article whose text has just been stored, named by its key, and answers how many. It runs after the
   * article's transaction; what it refuses is noted with the article, which stays.
   */
  readonly draft?: ((store: Store, articleKey: string) => Promise<number>) | undefined;
  /**
   * Whether an article that is on record without any draft, open or decided, is drafted too: a run that was interrupted is then
   * completed by the next. Texts that tell of nothing are drafted each time.
   */
  readonly draftUndrafted?: boolean;
  /** Told how many inputs there are, before the first is read. */
  readonly onStart?: (inputs: number) => void;
  /** Told how many articles an input holds, also those that cannot be taken, before the first of them. */
  readonly onItems?: (items: number) => void;
  /** Told what became of each part of an input. */
  readonly onOutcome?: (outcome: IngestOutcome) => void;
  /** Told when an input is done. */
  readonly onInput?: () => void;
}

const DEFAULTS: FetchSettings = { timeoutMs: 20_000, maxBytes: 5 * 1024 * 1024, userAgent: "dateline" };

/**
 * Reads files, folders, addresses and the standard input, and puts what they hold on record: each article, with its
 * publisher, authors and events, in one transaction. What cannot be read is reported and does not stop the rest; what is
 * on record already is left as it is, but that a changed text becomes a new revision.
 *
 * @throws DatelineError INVALID_CONFIG for a topic that is not on record and has no title
 */
export async function ingestAll(
  store: Store,
  given: readonly string[],
  options: IngestOptions,
): Promise<IngestSummary> {
  await checkTopic(store, options);
  const { inputs, skipped, problems } = await listInputs(given);
  const outcomes: IngestOutcome[] = [];
  const tell = (outcome: IngestOutcome) => {
    outcomes.push(outcome);
    options.onOutcome?.(outcome);
  };
  options.onStart?.(inputs.length);
  for (const { at, message } of problems) tell(refused(at, at, `${at}: ${message}`));
  const seen = new Set<string>();
  for (const input of inputs) {
    for await (const outcome of ingestOne(store, input, options, seen)) tell(outcome);
    options.onInput?.();
  }
  return summarize(outcomes, { skipped, dryRun: options.dryRun ?? false });
}

async function checkTopic(store: Store, { topic }: IngestOptions): Promise<void> {
  if (topic === undefined || topic.title !== undefined) return;
  const [known] = await store.latest().topics.bySlug([topic.slug]);
  if (known !== undefined) return;
  throw new DatelineError(
    "INVALID_CONFIG",
    `There is no topic "${topic.slug}" on record. Check the spelling or, to begin it, say what it is called (--topic-title).`,
  );
}

/** @param seen keys of articles that a dry run has come across, which would be on record by now */
async function* ingestOne(
  store: Store,
  input: Input,
  options: IngestOptions,
  seen: Set<string>,
): AsyncGenerator<IngestOutcome> {
  const name = nameOf(input);
  try {
    if (input.kind === "STORY") {
      yield await ingestStory(store, input.path, options);
      return;
    }
    const settings = {
      ...DEFAULTS,
      ...defined(options),
      now: options.now,
      stdin: options.stdin ?? noInput(),
    };
    const { document, retrieved } = await readInput(input, settings);
    const reading = await readDocument(document, options.format);
    options.onItems?.(reading.items.length + reading.problems.length);
    const defaults = { ...options, retrieved, access: options.access ?? "PASSAGES" };
    for (const item of reading.items) yield await ingestItem(store, name, item, defaults, options, seen);
    for (const { at, message } of reading.problems) yield refused(name, at, `${at}: ${message}`);
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    yield refused(name, name, placed(name, error.message));
  }
}

async function ingestItem(
  store: Store,
  input: string,
  item: ReadItem,
  defaults: ItemDefaults,
  options: IngestOptions,
  seen: Set<string>,
): Promise<IngestOutcome> {
  const { at, headline } = item.article;
  try {
    const { story, article, state, isDone, notes } = await itemStory(store.latest(), item, defaults);
    const about = {
      input,
      at,
      kind: "ARTICLE" as const,
      headline,
      url: article.url,
      published: article.published,
    };
    const known = {
      ...about,
      key: article.key,
      slug: article.slug,
      events: item.events.length,
      drafts: 0,
      notes,
    };
    if (options.dryRun && (isDone || seen.has(article.key))) return { ...known, state: "UNCHANGED" };
    if (isDone) return { ...known, state: "UNCHANGED", ...(await completed(store, known, options)) };
    seen.add(article.key);
    if (options.dryRun) return { ...known, state: state === "NEW" ? "CREATED" : "UPDATED" };

    const { created, updated } = await applyStory(store, story, author(options));
    if (state === "KNOWN") {
      const became = created + updated > 0 ? "UPDATED" : "UNCHANGED";
      return { ...known, state: became, ...(await completed(store, known, options)) };
    }
    const became = state === "NEW" ? "CREATED" : "UPDATED";
    return { ...known, state: became, ...(await drafted(store, known, options)) };
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return refused(input, at, placed(at, error.message), "ARTICLE", headline);
  }
}

/** An article stays also where nothing can be drafted from it. */
async function drafted(
  store: Store,
  { key, notes }: { readonly key: string; readonly notes: readonly string[] },
  { draft }: IngestOptions,
): Promise<Pick<IngestOutcome, "drafts" | "notes">> {
  if (draft === undefined) return { drafts: 0, notes };
  try {
    return { drafts: await draft(store, key), notes };
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return { drafts: 0, notes: [...notes, `no drafts were made: ${error.message}`] };
  }
}

/** Drafts of an article on record that has none, where that is wanted. */
async function completed(
  store: Store,
  known: { readonly key: string; readonly notes: readonly string[] },
  options: IngestOptions,
): Promise<Pick<IngestOutcome, "drafts" | "notes">> {
  const { articles, drafts } = store.latest();
  const [article] = options.draftUndrafted ? await articles.byKey([known.key]) : [];
  if (article === undefined) return { drafts: 0, notes: known.notes };
  const filter = { articleId: article.id, states: DRAFT_STATES };
  const isDrafted = (await drafts.list(filter, "TEXT_ORDER", ALL_DRAFTS, 1)).length > 0;
  return isDrafted ? { drafts: 0, notes: known.notes } : drafted(store, known, options);
}

async function ingestStory(store: Store, path: string, options: IngestOptions): Promise<IngestOutcome> {
  const story = await readStory(path);
  const { articles, events } = story;
  const [about] = story.topics;
  const known = {
    input: path,
    at: path,
    kind: "STORY" as const,
    headline: about?.title,
    events: events.length,
  };
  const notes = [`a story of ${articles.length} articles`];
  if (options.dryRun) return { ...known, state: "UPDATED", drafts: 0, notes };
  const { created, updated } = await applyStory(store, story, author(options));
  const state = created > 0 ? "CREATED" : updated > 0 ? "UPDATED" : "UNCHANGED";
  return { ...known, state, drafts: 0, notes };
}

function author({ now, actor }: IngestOptions) {
  return { at: now(), actor: actor ?? null };
}

function refused(
  input: string,
  at: string,
  reason: string,
  kind: IngestOutcome["kind"] = "INPUT",
  headline?: string,
): IngestOutcome {
  return { input, at, kind, headline, state: "REFUSED", events: 0, drafts: 0, notes: [], reason };
}

/** A reason with its place, which what is told by lower layers has not. */
function placed(at: string, reason: string): string {
  const file = at.replace(/:\d+$/, "");
  return reason.startsWith(`${file}:`) || reason.startsWith(`${file},`) ? reason : `${at}: ${reason}`;
}

function nameOf(input: Input): string {
  return input.kind === "URL" ? input.url : input.kind === "STDIN" ? "-" : input.path;
}

function defined({ timeoutMs, maxBytes, userAgent }: IngestOptions): Partial<FetchSettings> {
  return {
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(userAgent === undefined ? {} : { userAgent }),
  };
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
