import { document } from "../document.ts";

/** What a mutation answers where it does nothing. */
export const Refusals = document(`
  fragment Refusals on MutationError {
    __typename
    message
    ... on InvalidInput { issues { path message } }
    ... on StaleRevision { changes { actor at } }
  }
`);

/** What was answered, as far as it tells whether anything was done. */
type Answered =
  | {
      readonly __typename: "InvalidInput";
      readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
    }
  | {
      readonly __typename: "StaleRevision";
      readonly changes: readonly { readonly actor: string | null; readonly at: string }[];
    }
  | { readonly __typename: "IdempotencyKeyReused"; readonly message: string };

type Refused = Answered["__typename"];

/** Why nothing was done, for whoever sent a form; null where it was done. */
export function whyNot(answered: { readonly __typename: string } | Answered): string | null {
  if (!isRefused(answered)) return null;
  switch (answered.__typename) {
    case "InvalidInput":
      return answered.issues.map(({ path, message }) => `${fieldOf(path)}${message}`).join(" ");
    case "StaleRevision":
      return staleInWords(answered.changes);
    case "IdempotencyKeyReused":
      return "This form was sent before. Look at what became of it; load the page again to do something else.";
  }
}

const REFUSED: readonly Refused[] = ["InvalidInput", "StaleRevision", "IdempotencyKeyReused"];

function isRefused(answered: { readonly __typename: string } | Answered): answered is Answered {
  return REFUSED.some((name) => name === answered.__typename);
}

/** Words for fields whose names do not say enough by themselves. */
const FIELDS: Readonly<Record<string, string>> = {
  exact: "Words",
  title: "Title",
  date: "Date",
  name: "Name",
  text: "Text",
  reason: "Reason",
  published: "Published",
  source: "Publisher",
  language: "Language",
  url: "Address",
  address: "Address",
  topic: "Topic",
  place: "Place",
  from: "The one to merge",
  into: "The one that stays",
};

function fieldOf(path: readonly string[]): string {
  const name = path.map((part) => FIELDS[part]).find((word) => word !== undefined);
  return name === undefined ? "" : `${name}: `;
}

function staleInWords(changes: readonly { readonly actor: string | null; readonly at: string }[]): string {
  const last = changes.at(-1);
  if (last === undefined) return "It was changed meanwhile. Look at it as it is now, and decide again.";
  const who = [...new Set(changes.map((change) => change.actor ?? "The command line"))].join(" and ");
  const when = last.at.slice(11, 16);
  return `${who} changed it meanwhile (at ${when} UTC): nothing of yours was written. This is how it is now.`;
}
