import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { StoryQuote } from "../../domain/story.ts";
import type { RowPut } from "../../store/row-writer.ts";
import { locatePassage } from "../formats/story/passages.ts";
import type { Application } from "./application.ts";
import { type ArticleText, currentText } from "./article-texts.ts";
import { applyEvidence } from "./evidence.ts";

/** Quotes, after the events that they are about. */
export async function applyQuotes(application: Application): Promise<void> {
  const { story, tx, rows } = application;
  await rows.prefetch(
    tx.tables.quote,
    story.quotes.flatMap(({ key }) => key ?? []),
  );
  const keys = new Set<string>();
  for (const part of story.quotes) {
    const article = await application.slugs.find("article", part.article);
    const key = part.key ?? (await quoteKey(application, article, part));
    if (keys.has(key)) {
      const message = "the same words stand twice in this story; give one of them a `key`";
      application.problems.push({ at: story.at(part), message });
    }
    keys.add(key);
    await applyQuote(application, article.id, key, part);
  }
}

async function applyQuote(
  application: Application,
  articleId: number,
  key: string,
  part: StoryQuote,
): Promise<void> {
  const { tx, readers, rows, slugs, changed } = application;
  const { quote, quoteTopic } = tx.tables;
  // Other reports of the utterance that it was taken for may now be the earliest.
  const before = await rows.find(quote, { key });
  const reports =
    typeof before?.["id"] === "number" ? await readers.quotes.reportsOfSameUtterance([before["id"]]) : [];
  const node = { type: "Quote" as const, key };
  const row = await rows.node(
    quote,
    { key },
    {
      key,
      articleId,
      kind: part.kind,
      text: part.text,
      speakerId: await slugs.maybeAgent(part.speaker),
      speakerKind: part.speakerKind,
      speakerAsWritten: part.speakerAsWritten ?? null,
      speakerForId: await slugs.maybe("organization", part.speakerFor),
      cue: part.cue ?? null,
      relaysId: await slugs.maybeAgent(part.relays),
      said: part.when ?? null,
      saidAtId: await slugs.maybe("event", part.saidAt),
      language: part.language ?? null,
      translated: part.translated,
      utterance: part.utterance ?? null,
    },
    node,
  );
  const changes = [row.changed];
  for (const slug of part.about) changes.push(await applyAbout(application, { ...row, key }, slug));
  for (const slug of part.topics) {
    const topic = await slugs.find("topic", slug);
    const list = { table: quoteTopic, owner: quoteTopic.quoteId, of: row, ordered: false };
    changes.push(await rows.add(list, [{ quoteId: row.id, topicId: topic.id }], node));
  }
  changes.push(await applyEvidence(application, { quoteId: row.id }, row, part.evidence, node));
  if (!changes.includes(true)) return;
  for (const { id } of reports) changed.quotes.add(id);
  changed.quotes.add(row.id);
}

/** That a quote is about an event, by its slug; both on record by now. Returns whether that changed anything. */
export async function applyAbout(
  { tx, rows, slugs, changed }: Application,
  quote: RowPut & { readonly key: string },
  slug: string,
): Promise<boolean> {
  const { quoteAbout } = tx.tables;
  const event = await slugs.find("event", slug);
  const list = { table: quoteAbout, owner: quoteAbout.quoteId, of: quote, ordered: true };
  const node = { type: "Quote" as const, key: quote.key };
  const isNew = await rows.add(list, [{ quoteId: quote.id, eventId: event.id }], node);
  if (isNew) changed.quotes.add(quote.id);
  return isNew;
}

/** That quotes on record report the same words as others: the name of the utterance, by their keys. */
export async function applyUtterances(
  { tx, rows, changed }: Application,
  utterances: ReadonlyMap<string, string>,
): Promise<void> {
  const { quote } = tx.tables;
  for (const [key, utterance] of utterances) {
    const [known] = await tx.db.select().from(quote).where(eq(quote.key, key)).limit(1);
    if (known === undefined || known.utterance === utterance) continue;
    const { id, ...values } = known;
    await rows.node(quote, { key }, { ...values, utterance }, { type: "Quote", key });
    changed.quotes.add(id);
  }
}

/**
 * The key of a quote that has none: the one it has on record, found by its words, else its article, where in it the
 * words stand (so that quotes of a day keep the order of the text) and a digest of them.
 */
async function quoteKey(
  { tx, texts }: Application,
  article: { readonly id: number; readonly key: string },
  part: StoryQuote,
): Promise<string> {
  const { quote } = tx.tables;
  const known = await tx.db
    .select({ key: quote.key })
    .from(quote)
    .where(and(eq(quote.articleId, article.id), eq(quote.text, part.text), eq(quote.kind, part.kind)))
    .limit(1);
  if (known[0]) return known[0].key;
  return quoteKeyAt(article.key, positionIn(await texts.of(article.id), part), part);
}

/** The key of a quote whose words start at a code point of its article. */
export function quoteKeyAt(
  articleKey: string,
  start: number,
  { kind, text }: Pick<StoryQuote, "kind" | "text">,
): string {
  const digest = createHash("sha256").update(`${kind} ${text}`).digest("hex").slice(0, 8);
  return `${articleKey}/${String(start).padStart(6, "0")}-${digest}`;
}

/** Where in an article the words of a quote stand; 0 where they do not, which is reported with its evidence. */
function positionIn(texts: ArticleText, part: StoryQuote): number {
  const evidence = part.evidence.find((one) => one.article === part.article && one.part === "BODY");
  if (evidence?.exact === undefined) return 0;
  const found = locatePassage({ ...texts, ...currentText(texts) }, evidence);
  return typeof found === "string" ? 0 : found.start;
}
