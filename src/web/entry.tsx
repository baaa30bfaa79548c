import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import type { ParticipantRole } from "../domain/model.ts";
import { AgentLink } from "./agent-link.tsx";
import { onWhoseWord, outletsOf, someOf } from "./claims.ts";
import { EventEvidence } from "./dispute.tsx";
import { setFor, stepDate } from "./event-date.ts";
import { Sides, Sources } from "./evidence.tsx";
import type { Entry, Happened, Told } from "./fragments.ts";
import { linkTo } from "./links.ts";
import { QuoteBody, type QuoteResult, Statement } from "./quote.tsx";
import { dueBy } from "./standing.ts";
import { isCounted } from "./withdrawn.tsx";
import { ROLE_WORDS, STATUS_WORDS } from "./words.ts";

export type EntryResult = ResultOf<typeof Entry>;
export type EventResult = ResultOf<typeof Happened>;
export type ChangeResult = ResultOf<typeof Told>;

interface Seen {
  readonly asOf: Day | null;
}

/** What an entry says, below its date. `sayings` are statements about an event, where the page has some. */
export function EntryBody({
  entry,
  sayings = [],
  asOf,
  heading,
  noted,
}: Seen & {
  readonly entry: EntryResult;
  readonly heading: Level;
  /** Outlets of whose wording the card says already that it is a translation. */
  readonly noted?: ReadonlySet<string>;
  readonly sayings?: readonly QuoteResult[] | undefined;
}) {
  switch (entry.__typename) {
    case "Event":
      return <EventBody event={entry} sayings={sayings} asOf={asOf} heading={heading} />;
    case "StatusChange":
      return (
        <>
          <EntryTitle as={heading} href={linkTo.event(entry.event.slug, asOf)}>
            {entry.event.title}
          </EntryTitle>
          <ChangeBody change={entry} asOf={asOf} />
        </>
      );
    case "Quote":
      return <QuoteBody quote={entry} asOf={asOf} noted={noted} />;
    case "Article":
      return (
        <>
          <EntryTitle as={heading} href={linkTo.article(entry.slug, asOf)}>
            {entry.headline}
          </EntryTitle>
          <p class="meta">
            Published
            {entry.source && (
              <>
                {" "}
                by <bdi>{entry.source.name}</bdi>
              </>
            )}
            {entry.state === "RETRACTED" && ", retracted since"}
            {entry.state === "CORRECTED" && ", corrected since"}
          </p>
        </>
      );
    // Pages ask for what is on record only.
    case "Draft":
      return null;
  }
}

/** The level at which titles stand below the headings of a page. */
type Level = "h3" | "h4";

function EntryTitle({
  as: Heading,
  href,
  children,
}: {
  readonly as: Level;
  readonly href: string;
  readonly children: string;
}) {
  return (
    <Heading class="title" dir="auto">
      <a href={href}>{children}</a>
    </Heading>
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

function EventBody({
  event,
  sayings = [],
  asOf,
  heading,
}: Seen & {
  readonly event: EventResult;
  readonly heading: Level;
  readonly sayings?: readonly QuoteResult[] | undefined;
}) {
  return (
    <>
      <EntryTitle as={heading} href={linkTo.event(event.slug, asOf)}>
        {event.title}
      </EntryTitle>
      <p class="meta">
        <Badges status={event.status} disputed={event.disputed} />
        {event.place && (
          <span class="place">
            <bdi>{event.place.name}</bdi>
          </span>
        )}
        <Participants event={event} asOf={asOf} />
      </p>
      <OnWhoseWord event={event} sayings={sayings} asOf={asOf} />
      {event.overdue && <p class="overdue">It {dueBy(event.when?.latest ?? null)}.</p>}
      {event.outcome !== null && <p dir="auto">{event.outcome}</p>}
      <EventEvidence event={event} asOf={asOf} />
    </>
  );
}

/**
 * Who says so: of everything that nobody reports in their own voice, and of what is only talked about. In the words of the
 * report, where the page has it.
 */
export function OnWhoseWord({
  event,
  sayings = [],
  asOf,
}: Seen & {
  readonly event: Pick<EventResult, "status" | "evidence">;
  readonly sayings?: readonly QuoteResult[] | undefined;
}) {
  const evidence = event.evidence.filter(isCounted);
  const word = onWhoseWord(evidence);
  if (word === null) {
    const outlets = outletsOf(evidence.filter((one) => one.stance === "SUPPORTS"));
    return event.status === "POSSIBLE" && outlets.length > 0 ? (
      <p>
        Talked about, as {someOf(outlets)} {outlets.length === 1 ? "reports" : "report"}.
      </p>
    ) : null;
  }
  const claimants = new Set(evidence.flatMap((one) => one.claimedBy.map((agent) => agent.name)));
  const saying = sayings.find(
    (one) => one.quoteKind === "INDIRECT" && claimants.has(one.speaker?.name ?? ""),
  );
  if (saying) {
    return (
      <p>
        <Statement quote={saying} asOf={asOf} />
      </p>
    );
  }
  return (
    <p>
      {event.status === "POSSIBLE" ? "Talked about" : STATUS_WORDS[event.status]}, {word}.
    </p>
  );
}

/** Who has a part in an event, those of one role together: "expected: Vladimir Putin, Donald Trump". */
export function Participants({ event, asOf }: Seen & { readonly event: Pick<EventResult, "participants"> }) {
  const roles = new Map<ParticipantRole, EventResult["participants"][number]["agent"][]>();
  for (const { role, agent } of event.participants) roles.set(role, [...(roles.get(role) ?? []), agent]);
  return (
    <>
      {[...roles].map(([role, agents], index) => (
        <>
          {index > 0 && "; "}
          {ROLE_WORDS[role] !== undefined && `${ROLE_WORDS[role]}: `}
          {agents.map((agent, place) => (
            <>
              {place > 0 && ", "}
              <AgentLink agent={agent} asOf={asOf} />
            </>
          ))}
        </>
      ))}
    </>
  );
}

/** A step of an event's history: what became of it, and who says so. */
export function ChangeBody({ change, asOf }: Seen & { readonly change: ChangeResult }) {
  const word = onWhoseWord(change.evidence.filter(isCounted));
  return (
    <>
      <p class="meta">
        <Badges status={change.to} disputed={change.disputed} />
        {change.newDate && stepDate(change.newDate, change.to)}
        {change.formerDate && (
          <>
            {change.newDate ? ", before that" : "had been set"} <s>{setFor(change.formerDate)}</s>
          </>
        )}
      </p>
      {change.reason !== null && <p dir="auto">{change.reason}</p>}
      {!change.disputed && word !== null && (
        <p>
          {STATUS_WORDS[change.to]}, {word}.
        </p>
      )}
      {change.disputed ? (
        <Sides supporting={change.evidence} disputing={change.evidence} status={change.to} asOf={asOf} />
      ) : (
        <Sources evidence={change.evidence} asOf={asOf} />
      )}
    </>
  );
}
