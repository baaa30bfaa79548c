import { print } from "graphql";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { EntryCard, entriesOf, QuoteBody } from "./entry.tsx";
import { Sources } from "./evidence.tsx";
import { Dated, Entry, Said, Sourced } from "./fragments.ts";
import { Page } from "./layout.tsx";
import { linkTo } from "./links.ts";
import { byMonth } from "./months.ts";
import { More } from "./more.tsx";
import type { TimelineParams } from "./params.ts";

const PersonPage = document(
  `
  query PersonPage($slug: String!, $asOf: Date, $order: TimelineOrder, $after: String) {
    person(slug: $slug) {
      name aliases sameAs
      roles { title organization { name } when { ...Dated } evidence { ...Sourced } }
      timeline(asOf: $asOf, orderBy: $order, first: 100, after: $after) {
        edges { node { ...Entry } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
      quotes(asOf: $asOf, first: 100) { edges { node { ...Said } } }
    }
  }
`,
  [Dated, Entry, Said, Sourced],
);

/** A person: roles over time, their timeline across topics, and what they said; null where there is none. */
export async function personPage(ask: Ask, slug: string, params: TimelineParams) {
  const { asOf, order, after } = params;
  const variables = { slug, asOf, order, after };
  const { person } = await ask(PersonPage, variables);
  if (person === null) return null;
  const quotes = person.quotes.edges.map((edge) => edge.node);
  return (
    <Page title={person.name} query={{ source: print(PersonPage), variables }}>
      <p class="kicker">Person</p>
      <h1 dir="auto">{person.name}</h1>
      {person.aliases.length > 0 && <p class="meta">Also: {person.aliases.join(", ")}</p>}
      {asOf !== null && (
        <p class="banner">
          As known by the end of {asOf}. <a href={linkTo.person(slug, null)}>See it as known today</a>.
        </p>
      )}
      {person.roles.length > 0 && (
        <ul class="roles">
          {person.roles.map(({ title, organization, when, evidence }) => (
            <li>
              {title}
              {organization && `, ${organization.name}`}
              {when && ` (${when.display})`}
              <Sources evidence={evidence} asOf={asOf} />
            </li>
          ))}
        </ul>
      )}
      {quotes.length > 0 && (
        <section>
          <h2>What they said</h2>
          {quotes.map((quote) => (
            <QuoteBody quote={quote} asOf={asOf} />
          ))}
        </section>
      )}
      <ol class="line">
        {byMonth(entriesOf(person.timeline.edges)).map(({ heading, items }) => (
          <li>
            <h2>{heading}</h2>
            {items.map((entry) => (
              <EntryCard entry={entry} asOf={asOf} />
            ))}
          </li>
        ))}
      </ol>
      {person.timeline.edges.length === 0 && <p class="empty">Nothing is on record about them yet.</p>}
      <More of={person.timeline} params={params} />
    </Page>
  );
}
