import SQLite from "better-sqlite3";
import pg from "pg";
import { SEARCH_TYPES } from "../../src/domain/search-document.ts";
import { parseSearch } from "../../src/domain/search-query.ts";
import { tokensOf } from "../../src/domain/search-text.ts";
import type { DatedTexts, Story, StoryEvidence } from "../../src/domain/story.ts";
import type { Store } from "../../src/store/open.ts";

/** What a store finds, best first, as `TYPE key`. */
export async function found(store: Store, search: string): Promise<string[]> {
  const query = parseSearch(search);
  if (query === null) return [];
  const { results } = await store.search.find(query);
  return results.map(({ type, key }) => `${SEARCH_TYPES[type]} ${key}`);
}

/** Everything in the search index: documents without their numbers, and each word with where it stands. */
export function indexContents(url: string): Promise<unknown> {
  return url.startsWith("postgres:") ? contentsOnPostgres(url) : contentsOnSqlite(url);
}

async function contentsOnPostgres(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: documents } = await client.query(
      `select type, node_id, key, from_day, until_day, search_document.names, length, words::text, search_index.names as folded, texts
       from search_document left join search_index using (id) order by type, node_id, from_day`,
    );
    const { rows: strays } = await client.query(
      "select count(*) from search_index where id not in (select id from search_document)",
    );
    return { documents, strays };
  } finally {
    await client.end();
  }
}

async function contentsOnSqlite(path: string): Promise<unknown> {
  const connection = new SQLite(path);
  try {
    connection.exec("create virtual table temp.words using fts5vocab(main, search_index, instance)");
    const name = "type || ' ' || node_id || ' ' || from_day";
    return {
      documents: connection
        .prepare(
          "select type, node_id, key, from_day, until_day, names, length from search_document order by type, node_id, from_day",
        )
        .all(),
      words: connection
        .prepare(
          `select ${name} as document, col, offset, term from temp.words join search_document on id = doc order by 1, 2, 3`,
        )
        .all(),
      strays: connection
        .prepare("select count(*) from temp.words where doc not in (select id from search_document)")
        .pluck()
        .get(),
    };
  } finally {
    connection.close();
  }
}

/** Something of a story, with the texts by which it is to be found. */
export interface Findable {
  /** `TYPE key`. */
  readonly name: string;
  readonly texts: readonly string[];
}

/** What a story has on record for search, computed from the story itself: what no standing article supports is left out. */
export function findables(story: Story): Findable[] {
  const retracted = new Set(
    story.articles.filter((one) => one.state === "RETRACTED").map(({ slug }) => slug),
  );
  const supported = (evidence: readonly StoryEvidence[]) =>
    evidence.some((one) => one.stance === "SUPPORTS" && !retracted.has(one.article));
  const organizations = new Map(story.organizations.map((one) => [one.slug, one.name]));
  const people = new Map(story.people.map((one) => [one.slug, one.name]));
  const text = (one: DatedTexts | undefined) =>
    one === undefined ? [] : [one].flat().map(({ text: words }) => words);
  return [
    ...story.people.map(({ key, slug, name, aliases, roles }) => ({
      name: `PERSON ${key ?? slug}`,
      texts: [
        name,
        ...aliases,
        ...roles.filter((role) => supported(role.evidence)).map((role) => role.title),
      ],
    })),
    ...story.organizations.map(({ key, slug, name, aliases }) => ({
      name: `ORGANIZATION ${key ?? slug}`,
      texts: [name, ...aliases],
    })),
    ...story.places.map(({ key, slug, name, country }) => ({
      name: `PLACE ${key ?? slug}`,
      texts: [name, ...(country === "HU" ? ["Hungary (HU)"] : [])],
    })),
    ...story.topics.map(({ key, slug, title, summary }) => ({
      name: `TOPIC ${key ?? slug}`,
      texts: [title, ...text(summary)],
    })),
    ...story.events
      .filter((event) =>
        supported([event, ...event.history, ...event.participants].flatMap((part) => part.evidence)),
      )
      .map(({ key, slug, title, description, outcome }) => ({
        name: `EVENT ${key ?? slug}`,
        texts: [title, ...text(description), ...text(outcome)],
      })),
    ...story.quotes
      .filter((quote) => supported(quote.evidence))
      .map((quote) => {
        const { speaker } = quote;
        const speakerName =
          speaker === undefined
            ? []
            : [
                ("person" in speaker
                  ? people.get(speaker.person)
                  : organizations.get(speaker.organization)) ?? "",
              ];
        return {
          name: `QUOTE ${quote.key}`,
          texts: [
            ...speakerName,
            ...(quote.speakerAsWritten === undefined ? [] : [quote.speakerAsWritten]),
            quote.text,
          ],
        };
      }),
    ...story.articles.map(({ key, slug, headline, body, access }) => ({
      name: `ARTICLE ${key ?? slug}`,
      texts: [headline, ...(access === "FULL" ? [body ?? ""] : passagesOf(story, slug))],
    })),
  ];
}

/** The words of an article's text that something in a story rests on. */
function passagesOf(story: Story, slug: string): string[] {
  const facts = [
    ...story.people.flatMap((person) => person.roles),
    ...story.quotes,
    ...story.events.flatMap((one) => [one, ...one.history, ...one.participants, ...one.related]),
  ];
  return facts
    .flatMap((fact) => fact.evidence)
    .flatMap(({ article, part, exact }) => (article === slug && part === "BODY" ? (exact ?? []) : []));
}

/** Whether texts have all terms of a search, looked for one text and one term at a time. */
export function hasAll(texts: readonly string[], search: string): boolean {
  const query = parseSearch(search);
  const fields = texts.map((text) => ` ${tokensOf(text).join(" ")} `);
  return (
    query?.terms.every(({ tokens, prefix }) =>
      fields.some((field) => field.includes(` ${tokens.join(" ")}${prefix ? "" : " "}`)),
    ) ?? false
  );
}
