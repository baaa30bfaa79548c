import { z } from "zod";
import { htmlText } from "./paragraphs.ts";

/** What schema.org markup says of an article (https://schema.org/NewsArticle), each where it is given as text. */
export interface LinkedData {
  readonly headline?: string | undefined;
  readonly published?: string | undefined;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
  readonly url?: string | undefined;
  readonly body?: string | undefined;
  readonly rights?: string | undefined;
  /** False where readers have to pay. */
  readonly isFree: boolean;
}

type Group = Readonly<Record<string, unknown>>;

const Group = z.record(z.string(), z.unknown());
const ARTICLE = /(?:Article|Report|BlogPosting|Reportage|Posting)$/;
/** How deep groups are looked into. */
const MAX_DEPTH = 6;
/** How many values of a field are, at most. */
const MAX_LISTED = 50;
/** The longest of what may stand after the JSON of a script, in UTF-16 units. */
const LONGEST_END = 100;

/** The first article that a page's JSON-LD describes; scripts that are no JSON are passed over. */
export function linkedArticle(document: Document): LinkedData | undefined {
  const groups = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    groupsIn(parsed(script.textContent ?? ""), 0),
  );
  const article = groups.find((group) => texts(group["@type"]).some((type) => ARTICLE.test(type)));
  if (article === undefined) return undefined;
  const named = new Map(groups.flatMap((group) => texts(group["@id"]).map((id) => [id, group] as const)));
  const follow = (value: unknown): unknown[] =>
    listed(value).map((one) => {
      const group = asGroup(one);
      const id = group && group["name"] === undefined ? texts(group["@id"])[0] : undefined;
      return id === undefined ? one : (named.get(id) ?? one);
    });
  return {
    headline: line(article["headline"]) ?? line(article["name"]),
    published: line(article["datePublished"]),
    authors: follow(article["author"]).filter(mayBePerson).flatMap(names),
    publisher: follow(article["publisher"]).flatMap(names)[0],
    language: line(article["inLanguage"]) ?? listed(article["inLanguage"]).flatMap(names)[0],
    url:
      line(article["url"]) ??
      line(asGroup(article["mainEntityOfPage"])?.["@id"]) ??
      line(article["mainEntityOfPage"]),
    body: texts(article["articleBody"])[0],
    rights: line(article["copyrightNotice"]),
    isFree: !texts(article["isAccessibleForFree"]).some((free) => /^false$/i.test(free)),
  };
}

/** Pages often have line ends in strings, comments around the script, or a semicolon after it. */
function parsed(script: string): unknown {
  const begun = script.trimEnd().replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[)?/s, "");
  // A pattern that looks for its end everywhere takes time by the square.
  const end = begun.slice(-LONGEST_END).replace(/(?:-->|\/\/\s*\]\]>)?[\s;]*$/, "");
  const text = begun.slice(0, -LONGEST_END) + end;
  for (const attempt of [text, text.replaceAll(/\p{Cc}+/gu, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

function groupsIn(value: unknown, depth: number): Group[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((one) => groupsIn(one, depth + 1));
  const group = asGroup(value);
  if (group === undefined) return [];
  const inside = ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "itemListElement"];
  return [group, ...inside.flatMap((name) => groupsIn(group[name], depth + 1))];
}

function asGroup(value: unknown): Group | undefined {
  if (Array.isArray(value)) return undefined;
  const group = Group.safeParse(value);
  return group.success ? group.data : undefined;
}

function listed(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.slice(0, MAX_LISTED);
  return value === undefined || value === null ? [] : [value];
}

/** Texts, also where one stands for a list of one, a truth value for a text, or `{ "@value": … }` for its value. */
function texts(value: unknown): string[] {
  return listed(value).flatMap((one) => {
    if (typeof one === "string") return one.trim() === "" ? [] : [one];
    if (typeof one === "boolean") return [String(one)];
    const inner = asGroup(one)?.["@value"];
    return typeof inner === "string" ? [inner] : [];
  });
}

/** A text without the entities and tags that some pages leave in it. */
function line(value: unknown): string | undefined {
  const [text] = texts(value);
  return text !== undefined && /[<&]/.test(text) ? htmlText(text, "JSON-LD") : text;
}

function mayBePerson(value: unknown): boolean {
  const types = texts(asGroup(value)?.["@type"]);
  return types.length === 0 || types.includes("Person");
}

function names(value: unknown): string[] {
  const group = asGroup(value);
  return (group === undefined ? texts(value) : texts(group["name"])).flatMap((name) => line(name) ?? []);
}
