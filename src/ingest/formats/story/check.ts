import type { AgentRef, DatedTexts, Story } from "../../../domain/story.ts";
import type { Problem } from "../../problems.ts";
import { storyEvidence } from "./references.ts";

/** What stands twice in a story though it may stand once. */
export function duplicateProblems(story: Story): Problem[] {
  const problems: Problem[] = [];
  const { at } = story;

  /** Refuses parts of a list that have the same identity; `field` is where to look for it. */
  const once = <Part extends object>(
    parts: readonly Part[],
    field: string,
    identity: (part: Part) => string | undefined,
  ) => {
    const first = new Map<string, Part>();
    for (const part of parts) {
      const id = identity(part);
      const earlier = id === undefined ? undefined : first.get(id);
      if (earlier !== undefined) {
        const message = `\`${field}\` repeats what stands at ${at(earlier, field)}; keep one`;
        problems.push({ at: at(part, field), message });
      } else if (id !== undefined) {
        first.set(id, part);
      }
    }
  };
  const namesOnce = (part: object, field: string, slugs: readonly string[]) => {
    for (const [index, slug] of slugs.entries()) {
      if (slugs.indexOf(slug) === index) continue;
      problems.push({ at: at(part, field, index), message: `\`${field}\` names ${slug} twice; keep one` });
    }
  };

  const writtenOnce = (part: object, field: string, texts: DatedTexts | undefined) => {
    const days = texts === undefined ? [] : [texts].flat().map(({ written }) => written);
    for (const [index, day] of days.entries()) {
      if (days.indexOf(day) === index) continue;
      const message = `\`${field}\` has two texts of ${day}; keep one`;
      problems.push({ at: at(part, field, index), message });
    }
  };

  const { topics, people, organizations, places, sources, articles, events, quotes } = story;
  for (const list of [topics, people, organizations, places, sources, articles, events]) {
    once<{ slug: string; key?: string | undefined }>(list, "slug", ({ slug }) => slug);
    once<{ slug: string; key?: string | undefined }>(list, "key", ({ key }) => key);
  }
  for (const topic of topics) writtenOnce(topic, "summary", topic.summary);
  for (const event of events) {
    writtenOnce(event, "description", event.description);
    writtenOnce(event, "outcome", event.outcome);
  }
  for (const article of articles) {
    namesOnce(article, "topics", article.topics);
    namesOnce(article, "authors", article.authors);
  }
  once(
    people.flatMap(({ roles }) => roles),
    "key",
    ({ key }) => key,
  );
  for (const { roles } of people) {
    once(roles, "title", ({ key, title, organization, when }) =>
      key === undefined ? identity(title, organization, when) : undefined,
    );
  }
  once(
    events.flatMap(({ history }) => history),
    "key",
    ({ key }) => key,
  );
  for (const event of events) {
    namesOnce(event, "topics", event.topics);
    once(event.history, "to", ({ key, to, effective, date }) =>
      key === undefined ? identity(to, effective, date) : undefined,
    );
    once(event.participants, "role", ({ person, organization, role }) =>
      identity(person, organization, role),
    );
    once(event.related, "event", ({ kind, event: other }) => identity(kind, other));
  }
  once(quotes, "key", ({ key }) => key);
  once(quotes, "text", ({ key, article, text, evidence }) =>
    key === undefined
      ? identity(article, text, ...evidence.flatMap(({ exact, prefix, suffix }) => [exact, prefix, suffix]))
      : undefined,
  );
  for (const quote of quotes) {
    namesOnce(quote, "topics", quote.topics);
    namesOnce(quote, "about", quote.about);
  }
  for (const { evidence } of storyEvidence(story)) {
    once(evidence, "article", (piece) => JSON.stringify(piece));
    for (const piece of evidence) namesOnce(piece, "claimedBy", piece.claimedBy.map(agentName));
  }
  return problems;
}

function identity(...words: readonly (string | undefined)[]): string {
  return JSON.stringify(words.map((word) => word ?? null));
}

function agentName(agent: AgentRef): string {
  return "person" in agent ? agent.person : `organization ${agent.organization}`;
}
