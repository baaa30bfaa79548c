import type { Day } from "../domain/day.ts";
import type { Fact, MarkedPassage } from "./article-passages.ts";
import { anchorOf, linkTo, onTheWeb } from "./links.ts";
import { RELATIONS } from "./relations.ts";

interface Seen {
  readonly asOf: Day | null;
}

/** Passages in text order, each with what rests on it and the ways to it: on this page, and in the original. */
export function PassageList({
  passages,
  marked,
  language,
  asOf,
}: Seen & {
  readonly passages: readonly MarkedPassage[];
  /** Whether the passages are marked in a text on the same page. */
  readonly marked: boolean;
  readonly language: string | null;
}) {
  return (
    <ol class="passages">
      {passages.map(({ exact, part, anchor, link, facts }, index) => {
        const original = onTheWeb(link);
        const inText = marked && part === "BODY";
        return (
          <li id={`facts-${index + 1}`}>
            <blockquote
              class="cited"
              id={inText ? undefined : anchor}
              dir="auto"
              lang={language ?? undefined}
            >
              <p>{exact}</p>
            </blockquote>
            <p class="meta">
              {part === "HEADLINE" && "In the headline. "}
              {inText && <a href={`#${anchor}`}>Back to the text</a>}
              {inText && original !== null && " · "}
              {original !== null && (
                <a href={original} rel="noopener">
                  in the original
                </a>
              )}
            </p>
            <Facts facts={facts} exact={exact} asOf={asOf} />
          </li>
        );
      })}
    </ol>
  );
}

/** What rests on something, each as a link to where it stands. */
export function Facts({
  facts,
  exact = null,
  asOf,
}: Seen & {
  readonly facts: readonly Fact[];
  /** The words that stand above already. */
  readonly exact?: string | null;
}) {
  return (
    <ul class="rests">
      {facts.map((fact) => (
        <li id={fact.first && fact.subject.__typename === "Quote" ? anchorOf(fact.subject.id) : undefined}>
          {fact.disputed && <span class="badge soft">Disputes</span>}{" "}
          <Named fact={fact} exact={exact} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}

function Named({
  fact: { subject, whose },
  exact,
  asOf,
}: Seen & { readonly fact: Fact; readonly exact: string | null }) {
  switch (subject.__typename) {
    case "Event":
      return (
        <>
          Event: <To href={linkTo.event(subject.slug, asOf)} name={subject.title} />
        </>
      );
    case "StatusChange":
      return (
        <>
          Change:{" "}
          <To
            href={`${linkTo.event(subject.event.slug, asOf)}#${anchorOf(subject.id)}`}
            name={subject.title}
          />
        </>
      );
    case "Quote":
      return (
        <>
          {subject.speaker === null && subject.about.length === 0 ? "Quote" : "Quote: "}
          {subject.speaker && <To href={linkTo.agent(subject.speaker, asOf)} name={subject.speaker.name} />}
          {subject.about.map(({ slug, title }) => (
            <>
              {" about "}
              <To href={linkTo.event(slug, asOf)} name={title} />
            </>
          ))}{" "}
          {subject.text !== exact && <bdi>{subject.title}</bdi>}
        </>
      );
    case "Participation":
      return (
        <>
          Part: <To href={linkTo.agent(subject.agent, asOf)} name={subject.agent.name} />
          {whose && (
            <>
              {" in "}
              <To href={linkTo.event(whose.slug, asOf)} name={whose.name} />
            </>
          )}
        </>
      );
    case "Role":
      return (
        <>
          Role: {whose && <To href={linkTo.person(whose.slug, asOf)} name={whose.name} />}
          {whose && ", "}
          <bdi>{subject.title}</bdi>
          {subject.organization && ` (${subject.organization.name})`}
        </>
      );
    case "EventRelation":
      return (
        <>
          Relation: {whose && <To href={linkTo.event(whose.slug, asOf)} name={whose.name} />}{" "}
          {RELATIONS[subject.kind]}{" "}
          <To href={linkTo.event(subject.event.slug, asOf)} name={subject.event.title} />
        </>
      );
  }
}

function To({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <a href={href}>
      <bdi>{name}</bdi>
    </a>
  );
}
