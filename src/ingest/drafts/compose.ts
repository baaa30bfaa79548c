import { foldedName } from "../../domain/folded-name.ts";
import { LONGEST_SHOWN, passageAt } from "../../domain/passage.ts";
import type { EventProposal, PersonProposal, QuoteProposal } from "../../domain/proposal.ts";
import { shownPassage } from "../../domain/shown-passage.ts";
import { slugOf } from "../../domain/slug.ts";
import { overlaps, type Span } from "../../domain/span.ts";
import type {
  AgentRef,
  Story,
  StoryEvent,
  StoryEvidence,
  StoryParticipation,
  StoryQuote,
} from "../../domain/story.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import { quoteKeyAt } from "../apply/quotes.ts";
import { Cast } from "./cast.ts";
import { freeSlug } from "./free-slug.ts";

/** What drafts of an article become. */
export interface Composition {
  readonly story: Story;
  /** Key of the fact that each draft becomes, by the draft's key. */
  readonly facts: ReadonlyMap<string, string>;
}

/** The text that drafts were taken from. */
export interface DraftedText {
  readonly article: Draft["article"];
  readonly body: string;
  /** Slugs. */
  readonly topics: readonly string[];
}

/**
 * Composes a part of a story from drafts of one article: people with their roles, organizations and places that they
 * need, events with one change each, quotes. Who is on record is used; events are always new. Relations are not in it.
 */
export async function compose(
  readers: Readers,
  text: DraftedText,
  drafts: readonly Draft[],
): Promise<Composition> {
  return new Composer(readers, text).compose(drafts);
}

class Composer {
  readonly #cast: Cast;
  readonly #events: StoryEvent[] = [];
  readonly #quotes: StoryQuote[] = [];

  constructor(
    private readonly readers: Readers,
    private readonly text: DraftedText,
  ) {
    this.#cast = new Cast(readers, text.article.key);
  }

  async compose(drafts: readonly Draft[]): Promise<Composition> {
    const facts = new Map<string, string>();
    for (const draft of drafts) facts.set(draft.key, await this.#fact(draft));
    const story: Story = {
      topics: [],
      people: this.#cast.people(),
      organizations: this.#cast.organizations(),
      places: this.#cast.places(),
      sources: [],
      articles: [],
      events: this.#events,
      quotes: this.#quotes,
      at: () => `drafts of ${this.text.article.slug}`,
    };
    return { story, facts };
  }

  #fact(draft: Draft): Promise<string> {
    switch (draft.payload.kind) {
      case "PERSON":
        return this.#person(draft, draft.payload);
      case "QUOTE":
        return this.#quote(draft, draft.payload);
      case "EVENT":
        return this.#event(draft, draft.payload);
    }
  }

  async #person(draft: Draft, { name, aliases, roles }: PersonProposal): Promise<string> {
    const member = await this.#cast.member({ type: "PERSON", name, aliases });
    const known = member.id === null ? [] : await this.readers.agents.roles([member.id]);
    const organizations = await this.readers.agents.byId(known.flatMap((role) => role.organizationId ?? []));
    for (const { title, organization, passage } of roles) {
      const of = organization === null ? undefined : await this.#cast.slug(organization);
      const before = known.find((role) => {
        const holder = organizations.find((one) => one.id === role.organizationId)?.slug;
        return foldedName(role.title) === foldedName(title) && holder === of;
      });
      // A role on record gets another piece of evidence, and stays as it is.
      member.roles.push({
        key: before?.key ?? `${member.key}/${[of, foldedName(title)].filter(Boolean).join("/")}`,
        title: before?.title ?? title,
        organization: of,
        when: before?.held?.edtf,
        evidence: [this.#evidence(draft, passage)],
      });
    }
    return member.key;
  }

  async #event(draft: Draft, payload: EventProposal): Promise<string> {
    const { events } = this.readers;
    const key = `${this.text.article.key}/event-${draft.key.slice(0, 16)}`;
    const [before] = await events.byKey([key]);
    if (before) return key;
    const { title, status, date, claimantAsWritten } = payload;
    const year = draft.date?.earliest?.slice(0, 4);
    const named = slugOf(title) ?? "event";
    const slug = await freeSlug(
      year === undefined || named.split("-").includes(year) ? named : `${named}-${year}`,
      async (one) =>
        this.#events.some((event) => event.slug === one) || (await events.bySlug([one])).length > 0,
    );
    const claimedBy: AgentRef[] = [];
    for (const agent of payload.claimedBy) claimedBy.push(await this.#cast.agent(agent));
    const claim = { claimedBy, claimantAsWritten: claimantAsWritten ?? undefined };
    const telling = { ...this.#telling(draft, payload), ...claim };
    this.#events.push({
      key,
      slug,
      title,
      place: payload.place === null ? undefined : await this.#cast.place(payload.place),
      topics: this.text.topics,
      evidence: [{ ...this.#evidence(draft, draft), ...claim }],
      history: [{ to: status, date: date ?? undefined, evidence: [telling] }],
      participants: await this.#participants(payload, telling),
      related: [],
    });
    return key;
  }

  async #participants(payload: EventProposal, telling: StoryEvidence): Promise<StoryParticipation[]> {
    const distinct = new Map<string, StoryParticipation>();
    for (const { agent, role } of payload.participants) {
      const ref = await this.#cast.agent(agent);
      distinct.set(JSON.stringify([ref, role]), { ...ref, role, evidence: [telling] });
    }
    return [...distinct.values()];
  }

  async #quote(draft: Draft, payload: QuoteProposal): Promise<string> {
    const { article, topics } = this.text;
    const shown = shownPassage(draft, article.access);
    const key = await this.#keyOfQuote(draft, shown.exact, payload);
    if ((await this.readers.quotes.byKey([key])).length > 0) return key;
    this.#quotes.push({
      key,
      kind: payload.quoteKind,
      text: shown.exact,
      speaker: payload.speaker ? await this.#cast.agent(payload.speaker) : undefined,
      speakerKind: payload.speakerKind,
      speakerAsWritten: payload.speakerAsWritten ?? undefined,
      speakerFor: payload.speakerFor === null ? undefined : await this.#cast.slug(payload.speakerFor),
      cue: payload.cue ?? undefined,
      relays: payload.relays ? await this.#cast.agent(payload.relays) : undefined,
      when: payload.said ?? undefined,
      about: [],
      language: article.language ?? undefined,
      translated: false,
      article: article.slug,
      topics,
      evidence: [this.#evidence(draft, shown)],
    });
    return key;
  }

  /** That of the same words at the same place, where they are on record; else one of its own. */
  async #keyOfQuote(draft: Draft, words: string, { quoteKind: kind }: QuoteProposal): Promise<string> {
    const { article } = this.text;
    const evidence = await this.readers.evidence.ofArticles([article.id]);
    const there = evidence.flatMap(({ quoteId, passage }) =>
      quoteId !== null && passage?.part === draft.part && isNowIn(passage, draft) ? quoteId : [],
    );
    const quotes = await this.readers.quotes.byId(there);
    const same = quotes.find(
      (one) => one.articleId === article.id && foldedName(one.text) === foldedName(words),
    );
    return same?.key ?? quoteKeyAt(article.key, draft.start, { kind, text: words });
  }

  /** The sentence that tells what became of an event; what names it, where the sentence is too long to be shown. */
  #telling(draft: Draft, { sentence }: EventProposal): StoryEvidence {
    return this.#evidence(draft, sentence.end - sentence.start <= LONGEST_SHOWN ? sentence : draft);
  }

  #evidence({ part, method, confidence }: Draft, { start, end }: Span): StoryEvidence {
    const { article, body } = this.text;
    const { exact } = passageAt(body, start, end);
    const found = { part, exact, start, method, confidence };
    return { article: article.slug, ...found, stance: "SUPPORTS", claimedBy: [] };
  }
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
