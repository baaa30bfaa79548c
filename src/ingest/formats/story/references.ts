import type { AgentRef, Story, StoryEvidence } from "../../../domain/story.ts";

/** What a slug may stand for. */
export type ReferenceKind = "topic" | "person" | "organization" | "place" | "source" | "article" | "event";

/** A place in a story that names something by its slug: in the story itself, or on record already. */
export interface StoryReference {
  readonly kind: ReferenceKind;
  readonly slug: string;
  /** Where it stands, as `file:line`. */
  readonly at: string;
}

/** All references in a story, in its order. */
export function storyReferences(story: Story): StoryReference[] {
  const found: StoryReference[] = [];
  const add = (kind: ReferenceKind, slug: string | undefined, part: object, ...path: (string | number)[]) => {
    if (slug !== undefined) found.push({ kind, slug, at: story.at(part, ...path) });
  };
  const addAll = (kind: ReferenceKind, slugs: readonly string[], part: object, name: string) => {
    for (const [index, slug] of slugs.entries()) add(kind, slug, part, name, index);
  };
  const addAgent = (agent: AgentRef | undefined, part: object, ...path: (string | number)[]) => {
    if (agent === undefined) return;
    if ("person" in agent) add("person", agent.person, part, ...path, "person");
    else add("organization", agent.organization, part, ...path, "organization");
  };
  const addEvidence = (evidence: readonly StoryEvidence[]) => {
    for (const piece of evidence) {
      add("article", piece.article, piece, "article");
      for (const [index, agent] of piece.claimedBy.entries()) addAgent(agent, piece, "claimedBy", index);
    }
  };

  for (const role of story.people.flatMap((person) => person.roles)) {
    add("organization", role.organization, role, "organization");
    addEvidence(role.evidence);
  }
  for (const place of story.places) add("place", place.within, place, "within");
  for (const article of story.articles) {
    add("source", article.source, article, "source");
    add("source", article.syndicatedFrom, article, "syndicatedFrom");
    addAll("person", article.authors, article, "authors");
    addAll("topic", article.topics, article, "topics");
  }
  for (const event of story.events) {
    add("place", event.place, event, "place");
    addAll("topic", event.topics, event, "topics");
    addEvidence(event.evidence);
    for (const change of event.history) addEvidence(change.evidence);
    for (const participation of event.participants) {
      add("person", participation.person, participation, "person");
      add("organization", participation.organization, participation, "organization");
      addEvidence(participation.evidence);
    }
    for (const relation of event.related) {
      add("event", relation.event, relation, "event");
      addEvidence(relation.evidence);
    }
  }
  for (const quote of story.quotes) {
    addAgent(quote.speaker, quote, "speaker");
    add("organization", quote.speakerFor, quote, "speakerFor");
    addAgent(quote.relays, quote, "relays");
    add("event", quote.saidAt, quote, "saidAt");
    addAll("event", quote.about, quote, "about");
    add("article", quote.article, quote, "article");
    addAll("topic", quote.topics, quote, "topics");
    addEvidence(quote.evidence);
  }
  return found;
}

/** All evidence in a story, with what each list of it supports or disputes. */
export function storyEvidence(
  story: Story,
): { readonly fact: object; readonly evidence: readonly StoryEvidence[] }[] {
  const facts = [
    ...story.people.flatMap((person) => person.roles),
    ...story.events.flatMap((event) => [event, ...event.history, ...event.participants, ...event.related]),
    ...story.quotes,
  ];
  return facts.map((fact) => ({ fact, evidence: fact.evidence }));
}
