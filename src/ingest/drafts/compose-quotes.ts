import { foldedName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import { shownPassage } from "../../domain/shown-passage.ts";
import { overlaps, type Span } from "../../domain/span.ts";
import type { StoryQuote } from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import { quoteKeyAt } from "../apply/quotes.ts";
import { wordsOf } from "../reconcile/utterances.ts";
import { contentKey } from "./content-key.ts";
import { evidenceAt, textOf } from "./drafted-text.ts";
import type { Material } from "./material.ts";

type QuotePayload = Extract<Draft["payload"], { kind: "QUOTE" }>;

/** Composes quotes from their drafts; those that report the same words share the utterance, with what is on record. */
export async function composeQuotes(material: Material, drafts: readonly Draft[]) {
  const facts = await keysOfQuotes(material, drafts);
  const onRecord = new Set((await material.readers.quotes.byKey([...facts.values()])).map(({ key }) => key));
  const utterances = await utterancesOf(material, drafts, facts);
  const quotes = drafts.flatMap((draft): StoryQuote | [] => {
    const { payload } = draft;
    const key = facts.get(draft.key);
    if (payload.kind !== "QUOTE" || key === undefined || onRecord.has(key)) return [];
    return composeQuote(material, draft, payload, key, utterances.get(key));
  });
  return { quotes, facts, utterances };
}

function composeQuote(
  { texts, cast }: Material,
  draft: Draft,
  payload: QuotePayload,
  key: string,
  utterance: string | undefined,
): StoryQuote {
  const { article } = draft;
  const text = textOf(texts, draft);
  const shown = shownPassage(draft, article.access);
  const { speaker, speakerFor, relays } = payload;
  return {
    key,
    kind: payload.quoteKind,
    text: shown.exact,
    speaker: speaker === null ? undefined : cast.agent(article.key, speaker),
    speakerKind: payload.speakerKind,
    speakerAsWritten: payload.speakerAsWritten ?? undefined,
    speakerFor: speakerFor === null ? undefined : cast.member(article.key, speakerFor).slug,
    cue: payload.cue ?? undefined,
    relays: relays === null ? undefined : cast.agent(article.key, relays),
    when: payload.said ?? undefined,
    about: [],
    language: article.language ?? undefined,
    translated: false,
    article: article.slug,
    utterance,
    topics: text.topics,
    evidence: [evidenceAt(draft, text, shown)],
  };
}

/** Of each draft: the key of the same words at the same place, where they are on record; else one of its own. */
async function keysOfQuotes({ readers }: Material, drafts: readonly Draft[]): Promise<Map<string, string>> {
  const facts = new Map<string, string>();
  for (const [articleId, ofArticle] of groupBy(drafts, (draft) => draft.articleId)) {
    const evidence = (await readers.evidence.ofArticles([articleId])).filter(
      ({ quoteId }) => quoteId !== null,
    );
    const quotes = await readers.quotes.byId([...new Set(evidence.flatMap(({ quoteId }) => quoteId ?? []))]);
    for (const draft of ofArticle) {
      const { payload, article, part, start } = draft;
      if (payload.kind !== "QUOTE") continue;
      const { exact } = shownPassage(draft, article.access);
      const there = new Set(
        evidence.flatMap(({ quoteId, passage }) =>
          passage?.part === part && isNowIn(passage, draft) ? quoteId : [],
        ),
      );
      const same = quotes.find(
        (one) =>
          there.has(one.id) && one.articleId === articleId && foldedName(one.text) === foldedName(exact),
      );
      facts.set(
        draft.key,
        same?.key ?? quoteKeyAt(article.key, start, { kind: payload.quoteKind, text: exact }),
      );
    }
  }
  return facts;
}

/** The utterances that several quotes report, by the quotes' keys: those on record, and those that are composed. */
async function utterancesOf(
  { readers, identities, cast, sameUtterance, isNew }: Material,
  drafts: readonly Draft[],
  facts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const utterances = new Map<string, string>();
  const groups = groupBy(drafts, ({ key }) => sameUtterance.get(key) ?? identities.of(key)?.id);
  for (const ofUtterance of groups.values()) {
    const reports = ofUtterance.flatMap(({ key }) =>
      [...(identities.of(key)?.reports ?? []), sameUtterance.get(key) ?? [], facts.get(key) ?? []].flat(),
    );
    const known = await readers.quotes.byId(
      (await readers.quotes.byKey([...new Set(reports)])).map(({ id }) => id),
    );
    const [first] = ofUtterance;
    if (first === undefined || new Set(reports).size < 2) continue;
    const [named] = ofUtterance.flatMap(({ payload, article }) =>
      payload.kind === "QUOTE" && payload.speaker ? cast.member(article.key, payload.speaker).key : [],
    );
    const [before] = known.flatMap(({ utterance }) => utterance ?? []);
    const utterance = before ?? contentKey("utterance", [named ?? "", ...wordsOf(first.exact)].join(" "));
    for (const key of new Set(reports)) utterances.set(key, utterance);
  }
  // With a name of its own it is not taken for another report later.
  for (const { key } of drafts) {
    const fact = isNew.has(key) ? facts.get(key) : undefined;
    if (fact !== undefined) utterances.set(fact, contentKey("utterance", fact));
  }
  return utterances;
}

/** Whether a passage shares words of the current text with a draft, which is one of that text. */
function isNowIn(
  { currentStart, currentEnd }: { readonly currentStart: number | null; readonly currentEnd: number | null },
  draft: Span,
): boolean {
  return (
    currentStart !== null && currentEnd !== null && overlaps({ start: currentStart, end: currentEnd }, draft)
  );
}
