import type { Day } from "../domain/day.ts";
import { anchorOf, linkTo } from "./links.ts";
import type { EventName, Others, OwnQuote, Quotes, SaidResult } from "./others.ts";
import { QuoteBody } from "./quote.tsx";
import { translatingOutlets, WordingNotes } from "./wording.tsx";

interface Group {
  /** What they are about, else where they were said; null: neither is known. */
  readonly event: EventName | null;
  readonly about: boolean;
  readonly quotes: OwnQuote[];
}

/** What somebody said, event by event, beside what others said about the same. */
export function AgentQuotes({
  name,
  quotes,
  others,
  asOf,
  more,
}: {
  readonly name: string;
  readonly quotes: Quotes;
  readonly others: Others;
  readonly asOf: Day | null;
  readonly more: (cursor: string | null) => string;
}) {
  const groups = byEvent(quotes.edges.map((edge) => edge.node));
  const theirs = othersOf(groups, others);
  const compared = groups.filter((group) => theirs.has(group));
  const alone = groups.filter((group) => !theirs.has(group));
  return (
    <section aria-labelledby="quotes">
      <h2 id="quotes">What they said</h2>
      {groups.length === 0 && <p class="empty">Nothing is on record that they said.</p>}
      {compared.map((group) => (
        <section class="about">
          <Heading group={group} asOf={asOf} />
          <div class="beside">
            <Column heading={name} quotes={group.quotes} asOf={asOf} />
            <Column heading="Others" quotes={theirs.get(group) ?? []} asOf={asOf} />
          </div>
        </section>
      ))}
      <div class={others.elsewhere.length > 0 ? "about beside" : "about"}>
        <div>
          {alone.map((group) => (
            <section>
              <Heading group={group} asOf={asOf} />
              <Column heading={null} quotes={group.quotes} asOf={asOf} />
            </section>
          ))}
        </div>
        {others.elsewhere.length > 0 && (
          <section>
            <h3>What others in the story said</h3>
            <Column heading={null} quotes={others.elsewhere} asOf={asOf} />
          </section>
        )}
      </div>
      {quotes.pageInfo.hasNextPage && (
        <p class="more">
          <a href={`${more(quotes.pageInfo.endCursor)}#quotes`} rel="next">
            More quotes
          </a>
        </p>
      )}
    </section>
  );
}

function Heading({ group: { event, about }, asOf }: { readonly group: Group; readonly asOf: Day | null }) {
  if (event === null) return <h3>On other matters</h3>;
  return (
    <h3>
      {about ? "On " : "At "}
      <a href={linkTo.event(event.slug, asOf)}>
        <bdi>{event.title}</bdi>
      </a>
    </h3>
  );
}

function Column({
  heading,
  quotes,
  asOf,
}: {
  readonly heading: string | null;
  readonly quotes: readonly SaidResult[];
  readonly asOf: Day | null;
}) {
  const noted = translatingOutlets(quotes);
  return (
    <div>
      {heading !== null && (
        <h4>
          <bdi>{heading}</bdi>
        </h4>
      )}
      <WordingNotes outlets={noted} />
      {quotes.map((quote) => (
        <div class="said" id={anchorOf(quote.id)}>
          {quote.when && (
            <p class="meta">
              <time datetime={quote.when.edtf}>{quote.when.display}</time>
            </p>
          )}
          <QuoteBody quote={quote} asOf={asOf} noted={noted} />
        </div>
      ))}
    </div>
  );
}

/** Each quote once, with the first event that it is about; what is about none comes last. */
function byEvent(quotes: readonly OwnQuote[]): Group[] {
  const groups = new Map<string, Group>();
  for (const quote of quotes) {
    const [first = null] = quote.about;
    const event = first ?? quote.saidAt;
    const key = `${event?.id} ${first !== null}`;
    const group = groups.get(key) ?? { event, about: first !== null, quotes: [] };
    group.quotes.push(quote);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.event === null) - Number(b.event === null));
}

/** What others said on the event of each group, each quote once. */
function othersOf(groups: readonly Group[], { onEvent }: Others): ReadonlyMap<Group, readonly SaidResult[]> {
  const shown = new Set<string>();
  const theirs = new Map<Group, readonly SaidResult[]>();
  for (const group of groups) {
    const said = (group.event && onEvent.get(group.event.id)) ?? [];
    const fresh = said.filter(({ id }) => !shown.has(id));
    for (const { id } of fresh) shown.add(id);
    if (fresh.length > 0) theirs.set(group, fresh);
  }
  return theirs;
}
