import { knownPlace } from "../lexicon/gazetteer.ts";
import { KNOWN_BODIES } from "../lexicon/known-bodies.ts";
import { countryOfNationality } from "../lexicon/nationalities.ts";
import { NEVER_NAMES } from "../lexicon/never-names.ts";
import { BODY_NOUNS, ORGANIZATION_ENDS } from "../lexicon/organization-words.ts";
import { isEnglishWord } from "../text/tokens.ts";
import { type BodyReading, readBody } from "./body-kind.ts";
import { nameKey } from "./person.ts";
import type { Run } from "./runs.ts";
import { isAcronym, isRoleWord, isTitleModifier } from "./word-kinds.ts";
import type { Word } from "./words.ts";

/** An organization or a place while the text is read. */
export interface Body {
  readonly kind: "ORGANIZATION" | "PLACE";
  name: string;
  readonly country: string | null;
  readonly mentions: { readonly start: number; readonly end: number; readonly text: string }[];
  readonly rule: string;
  readonly confidence: number;
}

/** The organizations and places among the runs of capitals that name no person. */
export function findBodies(text: string, runs: readonly Run[], mayIntroduce: (run: Run) => boolean): Body[] {
  const bodies: Body[] = [];
  const byKey = new Map<string, Body>();
  const unread: Run[] = [];
  for (const run of [...runs].sort((one, other) => begin(one) - begin(other))) {
    const { from, to } = trimmed(run);
    if (from >= to) continue;
    const { words } = run.stream;
    const name = nameOf(text, words, from, to);
    if (parts(run, byKey, bodies, mayIntroduce)) continue;
    const reading = isNoName(words, from, to) ? null : readBody(words, from, to, name);
    if (reading === null || !mayIntroduce(run)) {
      unread.push({ ...run, from, to });
      continue;
    }
    put(bodies, byKey, reading, name, words, from, to);
    const short = abbreviationAfter(words, to);
    const body = byKey.get(keyOf(reading, name));
    if (short !== null && body !== undefined && reading.kind === "ORGANIZATION")
      byKey.set(`ORGANIZATION ${nameKey(short)}`, body);
  }
  joinNational(bodies);
  const short = shortNames(bodies);
  for (const { stream, from, to } of unread) {
    const name = nameOf(text, stream.words, from, to);
    const body =
      short.get(nameKey(name)) ??
      byKey.get(`ORGANIZATION ${nameKey(name)}`) ??
      byKey.get(`PLACE ${nameKey(name)}`);
    if (body !== undefined) mentionOf(body, name, stream.words, from, to);
  }
  return bodies;
}

function begin({ stream, from }: Run): number {
  return stream.words[from]?.start ?? 0;
}

/** Without an article, or what says what it is at the head of a sentence: “Carmaker Veloce”. */
function trimmed({ stream: { words }, from, to }: Run): { from: number; to: number } {
  let start = from;
  while (start < to && /^(?:the|a|an|\[|\])$/.test(words[start]?.lower ?? "")) start++;
  const first = words[start];
  if (first?.starts && start < to - 1 && BODY_NOUNS.has(first.lower)) start++;
  return { from: start, to };
}

function nameOf(text: string, words: readonly Word[], from: number, to: number): string {
  const first = words[from];
  if (first !== undefined && to - from === 1) return first.text;
  return text.slice(first?.start ?? 0, words[to - 1]?.end ?? 0).replace(/\s+/g, " ");
}

/** A nationality, a title, a day: what is written with a capital and names nothing. */
function isNoName(words: readonly Word[], from: number, to: number): boolean {
  const name = words.slice(from, to);
  const [only] = name;
  if (only === undefined || (name.some(({ lower }) => MONTHS.has(lower)) && name.length < 3)) return true;
  if (name.length === 1) {
    if (
      only.starts &&
      only.pos !== "PROPN" &&
      isEnglishWord(only.lower) &&
      knownPlace(only.text)?.kind === "CITY"
    )
      return true;
    if (KNOWN_BODIES.has(only.lower) || knownPlace(only.text) !== undefined)
      return only.starts && NEVER_NAMES.has(only.lower) && !isAcronym(only);
    return NEVER_NAMES.has(only.lower) || countryOfNationality(only.lower) !== undefined || isRoleWord(only);
  }
  return name.every((word) => isRoleWord(word) || isTitleModifier(word));
}

const MONTHS: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december".split(" "),
);

function keyOf({ kind, country }: BodyReading, name: string): string {
  return country === null
    ? `${kind} ${nameKey(name)}`
    : `${kind} country ${kind === "PLACE" ? nameKey(name) : country}`;
}

function put(
  bodies: Body[],
  byKey: Map<string, Body>,
  reading: BodyReading,
  name: string,
  words: readonly Word[],
  from: number,
  to: number,
): void {
  const key = keyOf(reading, name);
  let body = byKey.get(key);
  if (body === undefined) {
    body = {
      kind: reading.kind,
      name,
      country: reading.country,
      mentions: [],
      rule: reading.rule,
      confidence: reading.confidence,
    };
    bodies.push(body);
    byKey.set(key, body);
  }
  mentionOf(body, name, words, from, to);
}

function mentionOf(body: Body, name: string, words: readonly Word[], from: number, to: number): void {
  body.mentions.push({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0, text: name });
  if (isFuller(name, body)) body.name = name;
}

/** A country's own name goes before its capital's, a name before its abbreviation, the longer before the shorter. */
function isFuller(name: string, body: Body): boolean {
  const rank = (one: string) => {
    const place = body.country === null ? undefined : knownPlace(one);
    return (
      (place?.kind === "COUNTRY" ? 1000 : 0) +
      (/^[\p{Lu}.]+$/u.test(one) ? 0 : 100) +
      (body.country === null ? one.length : 0)
    );
  };
  return rank(name) > rank(body.name);
}

/** “World Health Organization (WHO)” */
function abbreviationAfter(words: readonly Word[], to: number): string | null {
  const word = words[to + 1];
  if (words[to]?.text !== "(" || words[to + 2]?.text !== ")" || word === undefined) return null;
  return isAcronym(word) ? word.text : null;
}

/** “Libya–Turkey relations”, “US-Russia cooperation”: both parts name something. */
function parts(
  run: Run,
  byKey: Map<string, Body>,
  bodies: Body[],
  mayIntroduce: (run: Run) => boolean,
): boolean {
  const word = run.stream.words[run.from];
  if (
    run.to - run.from !== 1 ||
    word === undefined ||
    !/\p{L}[-–]\p{Lu}/u.test(word.text) ||
    !mayIntroduce(run)
  )
    return false;
  const names = word.text.split(/[-–]/);
  const places = names.map((name) => knownPlace(name));
  if (!places.every((place) => place !== undefined && "country" in place)) return false;
  let start = word.start;
  names.forEach((name, index) => {
    const place = places[index];
    if (place !== undefined && "country" in place) {
      const reading: BodyReading = {
        kind: "ORGANIZATION",
        country: place.country,
        rule: "country-that-acts",
        confidence: 0.8,
      };
      const part = { ...word, text: name, lower: name.toLowerCase(), start, end: start + name.length };
      put(bodies, byKey, reading, name, [part], 0, 1);
    }
    start += name.length + 1;
  });
  return true;
}

/** “the Russian Federal Air Agency” and “the Federal Air Agency” are one. */
function joinNational(bodies: Body[]): void {
  const byName = new Map(
    bodies.filter(({ kind }) => kind === "ORGANIZATION").map((body) => [body.name, body]),
  );
  for (const [name, body] of byName) {
    const [nation = "", ...others] = name.split(" ");
    const plain = byName.get(others.join(" "));
    const national = countryOfNationality(nation.toLowerCase()) ?? knownPlace(nation);
    if (plain === undefined || others.length < 2 || national === undefined) continue;
    body.mentions.push(...plain.mentions);
    bodies.splice(bodies.indexOf(plain), 1);
  }
}

/** “Wagner” for “Wagner Group”, “Ford” for “Ford Motor Company”: the beginning of one organization's name only. */
function shortNames(bodies: readonly Body[]): Map<string, Body> {
  const short = new Map<string, Body>();
  const taken = new Set<string>();
  for (const body of bodies) {
    if (body.kind !== "ORGANIZATION" || body.country !== null) continue;
    const words = body.name.split(" ");
    if (words.length < 2 || !ORGANIZATION_ENDS.has((words.at(-1) ?? "").toLowerCase())) continue;
    for (let end = 1; end < words.length; end++) {
      const key = nameKey(words.slice(0, end).join(" "));
      if (end === 1 && (countryOfNationality(key) !== undefined || NEVER_NAMES.has(key))) continue;
      if (short.has(key) && short.get(key) !== body) taken.add(key);
      short.set(key, body);
    }
  }
  for (const key of taken) short.delete(key);
  return short;
}
