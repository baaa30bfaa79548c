import { document } from "../document.ts";
import { whatChanged } from "./what-changed.ts";

/** What a mutation answers where it does nothing. */
export const Refusals = document(`
  fragment Refusals on MutationError {
    __typename
    message
    ... on InvalidInput { issues { path message } }
    ... on StaleRevision { changes { actor at before after } }
  }
`);

interface Change {
  readonly actor: string | null;
  readonly at: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What was answered, as far as it tells whether anything was done. */
type Answered =
  | {
      readonly __typename: "InvalidInput";
      readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
    }
  | { readonly __typename: "StaleRevision"; readonly changes: readonly Change[] }
  | { readonly __typename: "IdempotencyKeyReused"; readonly message: string };

type Refused = Answered["__typename"];

/** Why a form was refused, for whoever sent it. */
export interface Problem {
  /** What is wrong that no field of it can mend, or that fields are. */
  readonly message: string;
  /** What is wrong with fields, by their names. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A problem that is no field's, or that of one. */
export function problem(message: string, field?: string): Problem {
  return field === undefined
    ? { message, fields: {} }
    : { message: SEE_FIELDS, fields: { [field]: message } };
}

const SEE_FIELDS = "Nothing was written yet: mend what is marked below, and send it again.";

/**
 * Why nothing was done, for whoever sent a form; null where it was done.
 *
 * @param fields names of the form's fields, by the parts of the input that they are
 */
export function whyNot(
  answered: { readonly __typename: string } | Answered,
  fields: Readonly<Record<string, string>> = {},
): Problem | null {
  if (!isRefused(answered)) return null;
  switch (answered.__typename) {
    case "InvalidInput": {
      const placed = answered.issues.map(({ path, message }) => ({ field: fieldOf(path, fields), message }));
      const own = placed.flatMap(({ field, message }) =>
        field === undefined ? [] : [[field, message] as const],
      );
      const others = placed.flatMap(({ field, message }) => (field === undefined ? message : []));
      // Of several about one field, the first has to be mended first.
      return {
        message: others.length > 0 ? others.join(" ") : SEE_FIELDS,
        fields: Object.fromEntries(own.toReversed()),
      };
    }
    case "StaleRevision":
      return problem(staleInWords(answered.changes));
    case "IdempotencyKeyReused":
      return problem(
        "This form was sent before. Look at what became of it; load the page again to do something else.",
      );
  }
}

const REFUSED: readonly Refused[] = ["InvalidInput", "StaleRevision", "IdempotencyKeyReused"];

function isRefused(answered: { readonly __typename: string } | Answered): answered is Answered {
  return REFUSED.some((name) => name === answered.__typename);
}

function fieldOf(path: readonly string[], fields: Readonly<Record<string, string>>): string | undefined {
  return path.map((part) => fields[part]).find((name) => name !== undefined);
}

function staleInWords(changes: readonly Change[]): string {
  const last = changes.at(-1);
  if (last === undefined) return "It was changed meanwhile. Look at it as it is now, and decide again.";
  const who = [...new Set(changes.map((change) => change.actor ?? "The command line"))].join(" and ");
  const when = last.at.slice(11, 16);
  const what = whatChanged(changes);
  const told = what.length === 0 ? "" : ` ${what.join("; ")}.`;
  return `${who} changed it meanwhile (at ${when} UTC): nothing of yours was written.${told} This is how it is now.`;
}
