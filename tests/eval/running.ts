import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Drafts } from "../../src/domain/draft.ts";
import { isFuzzyDate } from "../../src/domain/fuzzy-date.ts";
import type { Span } from "../../src/domain/span.ts";
import { extract } from "../../src/ingest/extract/extract.ts";
import type { Cluster } from "../../src/ingest/reconcile/cluster.ts";
import { type DraftedArticle, reconcile } from "../../src/ingest/reconcile/reconcile.ts";
import { codePointSlices } from "./slices.ts";

/** An article of a running story, with who and what people found to be the same in several of them. */
interface GoldArticle {
  readonly doc: string;
  readonly text: string;
  /** EDTF; null where the corpus writes it otherwise. */
  readonly published: string | null;
  readonly people: readonly Instance[];
  readonly events: readonly Instance[];
}

type Instance = z.infer<typeof Instance>;

const Instance = z.object({
  instance: z.string().nullish(),
  mentions: z.array(z.object({ start: z.number(), end: z.number() })),
});

const Gold = z.object({
  doc: z.string(),
  published: z.string(),
  people: z.array(Instance),
  events: z.array(Instance),
});

/** The articles of a story in a folder; null where it is missing. */
export function readRunningStory(folder: string): GoldArticle[] | null {
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const text = readFileSync(join(folder, file.replace(/json$/, "txt")), "utf8");
      const gold = Gold.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
      return { text, ...gold, published: isFuzzyDate(gold.published) ? gold.published : null };
    });
}

/** Stands in for the day of an article whose day is not known. */
const UNKNOWN_DAY = "2000-01-01";

/** A place in an article. */
export interface Mention extends Span {
  readonly doc: string;
}

/** The places that were brought together, for each part. */
export interface Drafted {
  readonly people: readonly { readonly id: string; readonly mentions: readonly Mention[] }[];
  readonly events: readonly { readonly id: string; readonly mentions: readonly Mention[] }[];
}

/** Drafts all articles of a story and brings them together. */
export function draftStory(articles: readonly GoldArticle[]): Drafted {
  const mentions = new Map<string, Mention[]>();
  const drafted = articles.map(({ doc, text, published }): DraftedArticle => {
    const drafts = extract(text, { published });
    const words = codePointSlices(text);
    const key = (kind: keyof Drafts, spans: readonly Span[]) => {
      const name = `${doc} ${kind} ${spans[0]?.start}-${spans[0]?.end}`;
      mentions.set(
        name,
        spans.map((span) => ({ doc, start: span.start, end: span.end })),
      );
      return name;
    };
    return {
      key: doc,
      out: published ?? UNKNOWN_DAY,
      topics: ["story"],
      people: drafts.people.map((person) => ({ ...person, key: key("people", person.mentions) })),
      quotes: drafts.quotes.map((quote) => ({
        ...quote,
        key: key("quotes", [quote.passage]),
        text: words(quote.passage),
      })),
      events: drafts.events.map((event) => ({ ...event, key: key("events", [event.passage]) })),
    };
  });
  const { people, events } = reconcile(drafted);
  const placed = ({ key, members }: Cluster) => ({
    id: key,
    mentions: members.flatMap((member) => mentions.get(member) ?? []),
  });
  return { people: people.clusters.map(placed), events: events.clusters.map(placed) };
}
