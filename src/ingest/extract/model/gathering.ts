import { z } from "zod";
import type { AgentName, Drafts, NamedDraft, QuoteDraft } from "../../../domain/draft.ts";
import { DatelineError } from "../../../domain/errors.ts";
import { foldedName } from "../../../domain/folded-name.ts";
import type { AgentType } from "../../../domain/model.ts";
import type { Span } from "../../../domain/span.ts";
import { WordPlaces } from "../../../domain/word-places.ts";
import { codePointsOf } from "../drafts.ts";
import type { Extraction } from "../extractor.ts";
import { type Envelope, ITEMS } from "./answer.ts";
import { confidenceOf } from "./confidence.ts";
import { mentionsOf } from "./mentions.ts";
import { Names } from "./names.ts";
import { PartReader, type WholeText } from "./part-reader.ts";
import type { Found } from "./prompt.ts";
import { type GatheredEvent, readEvent } from "./read-event.ts";
import { type GatheredRole, readOrganization, readPerson } from "./read-names.ts";
import { type GatheredQuote, readQuote } from "./read-quote.ts";
import { Refusals } from "./refusals.ts";

/** More of a kind than any part of an article has. */
const MOST_ITEMS = 300;

/** A part of a text, and where it starts in it, in UTF-16 units. */
export interface TextPart {
  readonly number: number;
  readonly text: string;
  readonly offset: number;
}

/** Gathers what a model answers about the parts of a text, as far as the text has it. */
export class Gathering {
  readonly #whole: WholeText;
  readonly #roles: GatheredRole[] = [];
  readonly #events: (GatheredEvent & { readonly part: number })[] = [];
  readonly #quotes: (GatheredQuote & { readonly part: number })[] = [];

  constructor(text: string, rule: string) {
    const places = new WordPlaces(text);
    const names = { PERSON: new Names(places, true), ORGANIZATION: new Names(places, false) };
    this.#whole = { text, places, names, refusals: new Refusals(), rule };
  }

  /** Takes an answer about a part of the text. Of what is wrong in it, the least possible is refused. */
  add({ number, text, offset }: TextPart, answer: Envelope): void {
    const part = new PartReader(this.#whole, number, text, offset);
    for (const role of this.#read(answer.people, ITEMS.people, (one) => readPerson(part, one)).flat()) {
      this.#roles.push(role);
    }
    this.#read(answer.organizations, ITEMS.organizations, (one) => readOrganization(part, one));
    this.#read(answer.events, ITEMS.events, (one) => {
      const event = readEvent(part, one);
      checkNew(event, this.#events);
      this.#events.push({ ...event, part: number });
    });
    this.#read(answer.quotes, ITEMS.quotes, (one) => {
      const quote = readQuote(part, one);
      checkNew(quote, this.#quotes);
      this.#quotes.push({ ...quote, part: number });
    });
  }

  /** What there is up to now, for the question about the next part. */
  found(): Found {
    const names = (type: AgentType) => this.#whole.names[type].resolve().bearers.map(({ name }) => name);
    const events = this.#events.map(({ part, id, draft }) => ({
      id: globalId(part, id),
      title: draft.title,
    }));
    return { people: names("PERSON"), organizations: names("ORGANIZATION"), events };
  }

  /** All of it as drafts. */
  extraction(): Extraction {
    const { text, names, refusals } = this.#whole;
    const inCodePoints = codePointsOf(text);
    const fullest = {
      PERSON: names.PERSON.resolve().fullest,
      ORGANIZATION: names.ORGANIZATION.resolve().fullest,
    };
    const agent = ({ type, name }: AgentName): AgentName => ({ type, name: fullest[type](name) });
    const organization = (name: string | null) => name && fullest.ORGANIZATION(name);
    const roles = this.#roles.map(({ holder, ...role }) => ({
      holder: fullest.PERSON(holder),
      role: { ...role, organization: organization(role.organization), passage: inCodePoints(role.passage) },
    }));
    const drafts: Drafts = {
      people: this.#named("PERSON", inCodePoints).map((person) => {
        const own = roles.flatMap(({ holder, role }) => (holder === person.name ? role : []));
        const distinct = new Map(
          own.map((role) => [foldedName(`${role.title} / ${role.organization}`), role]),
        );
        return { ...person, roles: [...distinct.values()] };
      }),
      organizations: this.#named("ORGANIZATION", inCodePoints),
      places: [],
      quotes: this.#quotes.map(
        ({ part, draft, about }): QuoteDraft => ({
          ...draft,
          passage: inCodePoints(draft.passage),
          speaker: draft.speaker && agent(draft.speaker),
          speakerFor: organization(draft.speakerFor),
          relays: draft.relays && agent(draft.relays),
          about: [...new Set(about.flatMap((id) => this.#event(part, id, "a quote is about it")))],
        }),
      ),
      events: this.#events.map(({ part, draft, relations }, position) => ({
        ...draft,
        passage: inCodePoints(draft.passage),
        sentence: inCodePoints(draft.sentence),
        participants: draft.participants.map((one) => ({ ...one, agent: agent(one.agent) })),
        claimedBy: draft.claimedBy.map(agent),
        relations: relations.flatMap(({ kind, event }) =>
          this.#event(part, event, `${draft.title}: ${kind}`)
            .filter((other) => other !== position)
            .map((other) => ({ kind, event: other })),
        ),
      })),
    };
    return { ...drafts, refused: refusals.list };
  }

  /** Reads the items of a list one by one. */
  #read<S extends z.ZodType, T>(given: readonly unknown[], schema: S, read: (item: z.output<S>) => T): T[] {
    const { refusals } = this.#whole;
    if (given.length > MOST_ITEMS) {
      refusals.add(
        `${given.length - MOST_ITEMS} more`,
        `an answer about a part has ${MOST_ITEMS} of a kind at most`,
      );
    }
    return given.slice(0, MOST_ITEMS).flatMap((one) => {
      const result = refusals.attempt(whatOf(one), () => ({ value: read(schema.parse(one)) }));
      return result === null ? [] : [result.value];
    });
  }

  #named(type: AgentType, inCodePoints: (span: Span) => Span): NamedDraft[] {
    const { names, places, refusals, rule } = this.#whole;
    const { bearers } = names[type].resolve();
    return [...mentionsOf(places, bearers)].flatMap(([{ name, aliases }, mentions]) => {
      if (mentions.length > 0) {
        return {
          name,
          aliases,
          mentions: mentions.map(inCodePoints),
          rule,
          confidence: confidenceOf("NAME", true),
        };
      }
      refusals.add(name, "the text has this name only in another's");
      return [];
    });
  }

  /** Position of the event that an answer about a part means: one of its own, or an earlier part's. */
  #event(part: number, id: string, what: string): number[] {
    const own = this.#events.findIndex((one) => one.part === part && one.id === id);
    const at = own >= 0 ? own : this.#events.findIndex((one) => globalId(one.part, one.id) === id);
    if (at < 0) this.#whole.refusals.add(`${id} (${what})`, "there is no such event, or it was refused");
    return at < 0 ? [] : [at];
  }
}

/** How questions about later parts name an event. */
function globalId(part: number, id: string): string {
  return `part${part}-${id}`;
}

/** A model may repeat itself. */
function checkNew<T extends { readonly draft: { readonly passage: Span } }>(
  one: T,
  known: readonly T[],
): void {
  const { start, end } = one.draft.passage;
  if (known.some(({ draft: { passage } }) => passage.start === start && passage.end === end)) {
    throw new DatelineError("INVALID_DRAFT", "the same words are given twice");
  }
}

const text = z.string().optional().catch(undefined);
const Labelled = z.object({
  name: text,
  title: text,
  passage: z.object({ words: text }).optional().catch(undefined),
});

/** What an item may be called by that could not be read. */
function whatOf(item: unknown): string {
  const { name, title, passage } = Labelled.safeParse(item).data ?? {};
  return name ?? title ?? passage?.words ?? "something without a name";
}
