import type { AgentName } from "../../../domain/draft.ts";
import type { Span } from "../../../domain/span.ts";
import type { Token } from "../annotated-text.ts";
import type { Entity } from "../entity.ts";
import { knownPlace } from "../lexicon/gazetteer.ts";
import { isHonorific } from "../lexicon/honorifics.ts";
import { ORGANIZATION_ENDS } from "../lexicon/organization-words.ts";
import { isRoleNoun, TITLE_MODIFIERS } from "../lexicon/role-nouns.ts";
import { IMPERSONAL, PERSONAL, type SpeakerNoun, speakerNoun } from "../lexicon/speaker-nouns.ts";
import type { EntityMention, Mentions } from "./mentions.ts";
import { isPossessive } from "./noun-chunk.ts";
import type { NounPhrase } from "./noun-phrase.ts";
import { NOBODY, type Speaker } from "./speaker.ts";

/** Tells whom a noun phrase stands for. */
export class Speakers {
  readonly #text: string;
  readonly #mentions: Mentions;
  readonly #organizations: readonly Entity[];
  /** By surname, in lower case. */
  readonly #people: ReadonlyMap<string, Entity>;

  constructor(text: string, entities: readonly Entity[], mentions: Mentions) {
    this.#text = text;
    this.#mentions = mentions;
    const people = entities.filter(({ kind }) => kind === "PERSON");
    this.#people = new Map(people.map((entity) => [entity.name.toLowerCase().replace(/^.*\s/, ""), entity]));
    this.#organizations = entities.filter(({ kind }) => kind !== "PERSON");
  }

  /**
   * Who is meant.
   *
   * @param previous who spoke before, for pronouns that nothing else resolves
   * @param goesOn whether `previous` is likelier to speak on than anybody else whom a pronoun could stand for
   */
  of(phrase: NounPhrase, previous: Speaker = NOBODY, goesOn = false): Speaker {
    const [first] = phrase.tokens;
    const last = phrase.tokens.at(-1);
    if (first === undefined || last === undefined) return NOBODY;
    if (phrase.tail[0]?.pos === "CCONJ") return this.#firstOfTwo(phrase, previous);
    const base = { start: first.start, end: last.end };
    const named = this.#mentionAtEnd(base, last);
    if (named?.form === "PRONOUN" || PERSONAL.has(first.lower) || IMPERSONAL.has(first.lower)) {
      return this.#pronoun(first, base, named?.entity, previous, goesOn);
    }
    if (named !== undefined) return this.#entity(named.entity, base, named.form === "NAME" ? 1 : 0.9);
    return (
      this.#nameInTail(phrase, first) ??
      this.#longName(phrase, base) ??
      this.#owned(phrase, previous) ??
      this.#roleMention(phrase, base) ??
      this.#ownName(phrase) ??
      this.#noun(phrase, base)
    );
  }

  /** Of “Smith and Jones” only one can be on record as the speaker; the words keep both. */
  #firstOfTwo(phrase: NounPhrase, previous: Speaker): Speaker {
    const start = phrase.tokens[0]?.start ?? 0;
    const speaker = this.of({ ...phrase, tail: [] }, previous);
    return {
      ...speaker,
      asWritten: this.#words({ start, end: phrase.tail.at(-1)?.end ?? start }),
      sure: speaker.sure * 0.6,
    };
  }

  /** Whether it can be somebody who speaks: named, a pronoun, or a noun for people, bodies or texts. */
  canSpeak(phrase: NounPhrase): boolean {
    const { agent, kind } = this.of(phrase);
    return agent !== null || kind === "UNNAMED";
  }

  /** Whether words in quotation marks are likely theirs without a reporting word: somebody named, a pronoun, a text. */
  isQuotable(phrase: NounPhrase): boolean {
    const first = phrase.tokens[0]?.lower ?? "";
    if (this.of(phrase).agent !== null || PERSONAL.has(first) || IMPERSONAL.has(first)) return true;
    return speakerNoun(headOf(phrase.tokens)) === "DOCUMENT";
  }

  #words({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }

  #entity(entity: Entity, base: Span, sure: number): Speaker {
    return {
      agent: { type: entity.kind === "PERSON" ? "PERSON" : "ORGANIZATION", name: entity.name },
      kind: "NAMED",
      asWritten: this.#words(base),
      speaksFor: null,
      gender: entity.gender,
      sure,
    };
  }

  /** The mention that ends where the noun phrase does, a person before others. */
  #mentionAtEnd(base: Span, last: Token): EntityMention | undefined {
    const ending = this.#mentions.within(base).filter(({ end }) => end === last.end);
    return ending.find(({ entity }) => entity.kind === "PERSON") ?? ending[0];
  }

  /** “the director of the agency Ann Lee”, “the institute of history’s Ann Lee”: the name is what it is about. */
  #nameInTail({ tail }: NounPhrase, first: Token): Speaker | undefined {
    const last = tail.at(-1);
    if (last === undefined) return undefined;
    const mention = this.#mentions
      .within({ start: tail[0]?.start ?? 0, end: last.end })
      .find(({ end, entity, form }) => end === last.end && entity.kind === "PERSON" && form === "NAME");
    if (mention === undefined) return undefined;
    const before = tail.filter(({ end }) => end <= mention.start);
    while (isTitle(before.at(-1))) before.pop();
    const apposed = before.length > 0 && before.at(-1)?.pos !== "ADP" && before.at(-1)?.pos !== "DET";
    return apposed ? this.#entity(mention.entity, { start: first.start, end: last.end }, 0.9) : undefined;
  }

  /** A text speaks for its owner: “Smith’s letter”, “a statement from the ministry”. */
  #owned({ tokens, tail, first, last }: NounPhrase, previous: Speaker): Speaker | undefined {
    if (speakerNoun(headOf(tokens)) !== "DOCUMENT") return undefined;
    const mark = tokens.findLastIndex((_, at) => isPossessive(tokens, at));
    const start = tokens[0];
    const end = tokens.at(-1);
    if (start === undefined || end === undefined) return undefined;
    const whole = { start: start.start, end: (tail.at(-1) ?? end).end };
    let owner: NounPhrase | undefined;
    if (mark > 0) owner = { tokens: tokens.slice(0, mark), tail: [], first, last };
    else if (/^(?:his|her|its|their)$/.test(start.lower)) owner = { tokens: [start], tail: [], first, last };
    else if (tail[0]?.lower === "from" || tail[0]?.lower === "by") {
      owner = { tokens: tail.slice(1), tail: [], first, last };
    }
    if (owner === undefined) return undefined;
    const speaker = this.of(owner, previous);
    return speaker.agent === null ? undefined : { ...speaker, asWritten: this.#words(whole), sure: 0.8 };
  }

  /** A role noun that stands for somebody named elsewhere. */
  #roleMention({ tokens }: NounPhrase, base: Span): Speaker | undefined {
    const head = tokens.findLast(({ pos }) => pos === "NOUN" || pos === "PROPN");
    if (head === undefined) return undefined;
    const mention = this.#mentions
      .within(base)
      .find(({ form, start, end }) => form === "ROLE" && start <= head.start && head.end <= end);
    return mention === undefined ? undefined : this.#entity(mention.entity, base, 0.85);
  }

  /** A name that no entity has: of two capitalised words or more a person’s, unless its last word is a body’s. */
  #ownName({ tokens }: NounPhrase): Speaker | undefined {
    const only = tokens.length === 1 && isCapital(tokens[0]) ? tokens[0] : undefined;
    const person = only === undefined ? undefined : this.#people.get(only.lower);
    if (only !== undefined && person !== undefined) return this.#entity(person, only, 0.9);
    let from = tokens.length;
    while (from > 0 && isCapital(tokens[from - 1])) from--;
    while (from < tokens.length && isNoName(tokens[from])) from++;
    const name = tokens.slice(from);
    const [first] = name;
    const last = name.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const words = this.#words({ start: first.start, end: last.end });
    const isBody = ORGANIZATION_ENDS.has(last.lower) || speakerNoun(last.lower) === "GROUP";
    if (isBody || isAcronym(words) || (tokens[0]?.pos === "DET" && from <= 1)) {
      return this.#named({ type: "ORGANIZATION", name: words }, tokens);
    }
    if (speakerNoun(last.lower) !== undefined) return undefined;
    return this.#named({ type: name.length > 1 ? "PERSON" : "ORGANIZATION", name: words }, tokens);
  }

  #named(agent: AgentName, tokens: readonly Token[]): Speaker {
    const start = tokens[0]?.start ?? 0;
    const asWritten = this.#words({ start, end: tokens.at(-1)?.end ?? start });
    return { agent, kind: "NAMED", asWritten, speaksFor: null, gender: null, sure: 0.7 };
  }

  /** A noun for people, a body or a text; a body by its name where the text has one that ends or begins with it. */
  #noun(phrase: NounPhrase, base: Span): Speaker {
    const head = headOf(phrase.tokens);
    const kind: SpeakerNoun | undefined = speakerNoun(head);
    if (kind === undefined) return { ...NOBODY, asWritten: this.#words(base), sure: 0.6 };
    const whole = { start: base.start, end: phrase.tail.at(-1)?.end ?? base.end };
    const asWritten = this.#words(whole);
    const body = kind === "GROUP" ? this.#bodyCalled(head) : undefined;
    if (body !== undefined) return { ...this.#entity(body, base, 0.7), asWritten };
    return {
      agent: null,
      kind: "UNNAMED",
      asWritten,
      speaksFor: this.#speaksFor(whole),
      gender: null,
      sure: 0.9,
    };
  }

  #bodyCalled(head: string): Entity | undefined {
    const called = this.#organizations.filter(({ kind, name }) => {
      const words = name.toLowerCase().split(/\s+/);
      return kind === "ORGANIZATION" && words.length > 1 && words.includes(head);
    });
    return called.length === 1 ? called[0] : undefined;
  }

  #speaksFor(whole: Span): string | null {
    const body = this.#mentions.within(whole).find(({ entity }) => entity.kind !== "PERSON");
    return body?.entity.name ?? null;
  }

  #pronoun(
    { lower }: Token,
    base: Span,
    entity: Entity | undefined,
    previous: Speaker,
    goesOn: boolean,
  ): Speaker {
    const asWritten = this.#words(base);
    const before: Speaker = { ...previous, asWritten, speaksFor: null, sure: 0.85 };
    if (goesOn && standsFor(lower, previous)) return before;
    const onePlace = lower === "they" && entity !== undefined && isPlace(entity);
    if (entity !== undefined && !onePlace) return this.#entity(entity, base, 0.9);
    if (standsFor(lower, previous)) return { ...before, sure: 0.6 };
    return { agent: null, kind: "UNNAMED", asWritten, speaksFor: null, gender: null, sure: 0.5 };
  }

  /** A name that goes on in the phrase behind its noun: “the US Department of Justice”. */
  #longName({ tail }: NounPhrase, base: Span): Speaker | undefined {
    const end = tail.at(-1)?.end;
    if (end === undefined) return undefined;
    const mention = this.#mentions
      .within({ start: base.start, end })
      .find(({ start, end: to, form }) => form === "NAME" && start < base.end && to > base.end);
    if (mention === undefined) return undefined;
    return this.#entity(mention.entity, { start: base.start, end: mention.end }, 1);
  }
}

/** A country or town is “it” where it speaks, even as an organization. */
function isPlace({ kind, name }: Entity): boolean {
  return kind === "PLACE" || knownPlace(name) !== undefined;
}

/** Whether a pronoun can stand for who spoke before. */
function standsFor(pronoun: string, { agent, kind, gender }: Speaker): boolean {
  if (IMPERSONAL.has(pronoun)) return agent === null ? kind === "UNNAMED" : agent.type === "ORGANIZATION";
  if (agent === null || agent.type !== "PERSON") return false;
  return gender === null || gender === (pronoun.startsWith("s") ? "FEMALE" : "MALE");
}

function headOf(tokens: readonly Token[]): string {
  return (tokens.findLast(({ pos }) => pos === "NOUN" || pos === "PROPN") ?? tokens.at(-1))?.lower ?? "";
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && token.pos === "PROPN" && /^\p{Lu}/u.test(token.text);
}

function isTitle(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return isHonorific(token.lower) || isRoleNoun(token.lower) || TITLE_MODIFIERS.has(token.lower);
}

function isNoName(token: Token | undefined): boolean {
  return token !== undefined && (isTitle(token) || token.pos === "DET");
}

function isAcronym(words: string): boolean {
  return /^[\p{Lu}&.]{2,6}$/u.test(words);
}
