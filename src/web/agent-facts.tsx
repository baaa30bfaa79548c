import type { Day } from "../domain/day.ts";
import type { AgentResult } from "./agent-query.ts";
import { Sources } from "./evidence.tsx";
import { linkTo, onTheWeb } from "./links.ts";

/** Other names, and pages elsewhere. */
export function Names({ agent: { aliases, sameAs } }: { readonly agent: AgentResult }) {
  const elsewhere = sameAs.flatMap((url) => onTheWeb(url) ?? []);
  return (
    <>
      {aliases.length > 0 && (
        <p class="meta">
          Also:{" "}
          {aliases.map((alias, index) => (
            <>
              {index > 0 && ", "}
              <bdi>{alias}</bdi>
            </>
          ))}
        </p>
      )}
      {elsewhere.length > 0 && (
        <p class="meta">
          Elsewhere:{" "}
          {elsewhere.map((url, index) => (
            <>
              {index > 0 && ", "}
              <a href={url} rel="noopener">
                {new URL(url).host}
              </a>
            </>
          ))}
        </p>
      )}
    </>
  );
}

/** What they were, and when. */
export function Roles({
  roles,
  asOf,
}: {
  readonly roles: Extract<AgentResult, { __typename: "Person" }>["roles"];
  readonly asOf: Day | null;
}) {
  if (roles.length === 0) return null;
  return (
    <ul class="roles" aria-label="Roles">
      {[...roles].sort(byTime).map(({ id, title, organization, when, evidence }) => (
        <li id={`role-${id}`}>
          <bdi>{title}</bdi>
          {organization && (
            <>
              {", "}
              <a href={linkTo.organization(organization.slug, asOf)}>
                <bdi>{organization.name}</bdi>
              </a>
            </>
          )}
          {when && (
            <span class="meta">
              {" · "}
              <time datetime={when.edtf}>{when.display}</time>
            </span>
          )}
          <Sources evidence={evidence} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}

interface Held {
  readonly when: { readonly earliest: string | null } | null;
}

/** Earliest first; what is not dated is taken to be so now. */
function byTime(a: Held, b: Held): number {
  if (a.when === null || b.when === null) return Number(a.when === null) - Number(b.when === null);
  return (a.when.earliest ?? "").localeCompare(b.when.earliest ?? "");
}

/** How much there is of them, and the ways to it. */
export function Amounts({ agent, feed }: { readonly agent: AgentResult; readonly feed: string | null }) {
  const { timeline, quotes } = agent;
  return (
    <ul class="facts">
      <li>
        <a href="#line">{counted(timeline, "event or change", "events and changes")}</a>
      </li>
      <li>
        <a href="#quotes">{counted(quotes, "quote", "quotes")}</a>
      </li>
      {feed !== null && (
        <li>
          <a href={feed}>Feed</a>
        </li>
      )}
    </ul>
  );
}

function counted(
  { totalCount, totalCountIsExact }: { readonly totalCount: number; readonly totalCountIsExact: boolean },
  one: string,
  many: string,
): string {
  return `${totalCount}${totalCountIsExact ? "" : " or more"} ${totalCount === 1 ? one : many}`;
}
