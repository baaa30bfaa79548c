import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { Sides, Sources, sourceOf } from "./evidence.tsx";
import type { Dated, Entry, Happened, Said, Told } from "./fragments.ts";
import { anchorOf, linkTo } from "./links.ts";
import { listed, ROLE_WORDS, STATUS_WORDS } from "./words.ts";

export type EntryResult = ResultOf<typeof Entry>;
type EventResult = ResultOf<typeof Happened>;
type ChangeResult = ResultOf<typeof Told>;
type QuoteResult = ResultOf<typeof Said>;
type When = ResultOf<typeof Dated> | null;

interface Seen {
  readonly asOf: Day | null;
}

/** One entry of a timeline, with its date in the gutter. */
export function EntryCard({ entry, asOf }: Seen & { readonly entry: EntryResult }) {
  switch (entry.__typename) {
    case "Event":
      return (
        <Card id={entry.id} when={entry.when} former={entry.formerDates}>
          <EventBody event={entry} asOf={asOf} />
        </Card>
      );
    case "StatusChange":
      return (
        <Card id={entry.id} when={entry.when}>
          <ChangeBody change={entry} asOf={asOf} />
        </Card>
      );
    case "Quote":
      return (
        <Card id={entry.id} when={entry.when}>
          <QuoteBody quote={entry} asOf={asOf} />
        </Card>
      );
    case "Article":
      return (
        <Card id={entry.id} when={entry.when}>
          <h3 dir="auto">
            <a href={linkTo.article(entry.slug, asOf)}>{entry.headline}</a>
          </h3>
          <p class="meta">Published{entry.source && ` by ${entry.source.name}`}</p>
        </Card>
      );
    // Pages ask for what is on record only.
    case "Draft":
      return null;
  }
}

function Card({
  id,
  when,
  former = [],
  children,
}: {
  readonly id: string;
  readonly when: When;
  readonly former?: readonly NonNullable<When>[];
  readonly children: unknown;
}) {
  const vague = when === null || when.approximate || when.uncertain || when.precision !== "DAY";
  return (
    <article class={vague ? "entry vague" : "entry"} id={anchorOf(id)} tabindex={-1}>
      <div class="when">
        {when === null ? <span>No date</span> : <time datetime={when.edtf}>{when.display}</time>}
        {when === null && former.at(-1) && (
          <small>
            <s>{former.at(-1)?.display}</s>
          </small>
        )}
      </div>
      <div>{children}</div>
    </article>
  );
}

/** A status, with what qualifies it. */
export function Badges({
  status,
  disputed,
}: {
  readonly status: EventResult["status"];
  readonly disputed: boolean;
}) {
  const bad = status === "POSTPONED" || status === "CANCELLED";
  const soft = status === "POSSIBLE" || status === "UNKNOWN";
  return (
    <>
      <span class={`badge${bad ? " no" : ""}${soft ? " soft" : ""}`}>{STATUS_WORDS[status]}</span>{" "}
      {disputed && (
        <>
          <span class="badge soft">Disputed</span>{" "}
        </>
      )}
    </>
  );
}

function EventBody({ event, asOf }: Seen & { readonly event: EventResult }) {
  return (
    <>
      <h3 dir="auto">
        <a href={linkTo.event(event.slug, asOf)}>{event.title}</a>
      </h3>
      <p class="meta">
        <Badges status={event.status} disputed={event.disputed} />
        {event.place && <span class="place">{event.place.name}</span>}
        <Participants event={event} asOf={asOf} />
      </p>
      {event.overdue && <p class="overdue">Was due by now; no report that it took place.</p>}
      {event.outcome !== null && <p>{event.outcome}</p>}
      <Sources evidence={event.evidence} asOf={asOf} />
    </>
  );
}

export function Participants({ event, asOf }: Seen & { readonly event: Pick<EventResult, "participants"> }) {
  return (
    <>
      {event.participants.map(({ role, agent }, index) => (
        <>
          {index > 0 && ", "}
          {agent.__typename === "Person" ? (
            <a href={linkTo.person(agent.slug, asOf)}>{agent.name}</a>
          ) : (
            agent.name
          )}
          {ROLE_WORDS[role] !== undefined && ` (${ROLE_WORDS[role]})`}
        </>
      ))}
    </>
  );
}

export function ChangeBody({ change, asOf }: Seen & { readonly change: ChangeResult }) {
  return (
    <>
      <h3 dir="auto">
        <a href={linkTo.event(change.event.slug, asOf)}>{change.event.title}</a>
      </h3>
      <p class="meta">
        <Badges status={change.to} disputed={change.disputed} />
        {change.formerDate && (
          <>
            from <s>{change.formerDate.display}</s>{" "}
          </>
        )}
        {change.newDate && <>for {change.newDate.display}</>}
      </p>
      {change.reason !== null && <p>{change.reason}</p>}
      {change.disputed ? (
        <Sides evidence={change.evidence} asOf={asOf} />
      ) : (
        <Sources evidence={change.evidence} asOf={asOf} />
      )}
    </>
  );
}

/** Only words that were said as they stand are set as a quotation; what an article reports is told as its report. */
export function QuoteBody({ quote, asOf }: Seen & { readonly quote: QuoteResult }) {
  const who = quote.speaker?.name ?? quote.speakerAsWritten ?? "Somebody";
  const name =
    quote.speaker?.__typename === "Person" ? (
      <a href={linkTo.person(quote.speaker.slug, asOf)}>{who}</a>
    ) : (
      who
    );
  const report = <a href={linkTo.article(quote.article.slug, asOf)}>{sourceOf(quote)}</a>;
  const notes = [
    quote.translated ? `in the translation of ${quote.article.source?.name ?? "the article"}` : "",
    quote.relays ? `passing on what ${quote.relays.name} said` : "",
    quote.speakerFor ? `for ${quote.speakerFor.name}` : "",
  ].filter((note) => note !== "");
  const footer = (
    <footer>
      {name}
      {notes.length > 0 && `, ${listed(notes)}`} ({report})
    </footer>
  );
  if (quote.quoteKind === "DIRECT") {
    return (
      <blockquote dir="auto" lang={quote.language ?? undefined}>
        <p>“{quote.text}”</p>
        {footer}
      </blockquote>
    );
  }
  return (
    <p class="reported" dir="auto">
      {quote.quoteKind === "PARTIAL" ? (
        <>
          {name}: … “<span lang={quote.language ?? undefined}>{quote.text}</span>” …
        </>
      ) : (
        <>
          {name}, as reported: <span lang={quote.language ?? undefined}>{quote.text}</span>
        </>
      )}
      {notes.length > 0 && `, ${listed(notes)}`} ({report})
    </p>
  );
}
