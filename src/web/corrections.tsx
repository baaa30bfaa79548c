import type { ResultOf } from "gql.tada";
import type { Ask } from "./ask.ts";
import { document } from "./document.ts";
import { dateInWords } from "./headings.ts";

const CorrectionsOf = document(`
  query Corrections($topic: String!, $event: String!) {
    topic(slug: $topic) { corrections(first: 100) { kind day reason } }
    event(slug: $event) { corrections { kind day reason } }
  }
`);

type Correction = NonNullable<ResultOf<typeof CorrectionsOf>["event"]>["corrections"][number];

/** What was withdrawn of a topic or an event, by its slug: the same in the view of any day. */
export async function correctionsOf(
  ask: Ask,
  of: { readonly topic: string } | { readonly event: string },
): Promise<readonly Correction[]> {
  const { topic, event } = await ask(CorrectionsOf, { topic: "", event: "", ...of });
  return topic?.corrections ?? event?.corrections ?? [];
}

const WHAT: Readonly<Record<Correction["kind"], string>> = {
  EVENT: "An event",
  STATUS_CHANGE: "What became of an event",
  PARTICIPATION: "That somebody had a part in an event",
  RELATION: "How an event related to another",
  QUOTE: "A quote",
  ROLE: "What somebody was said to be",
};

/** What was withdrawn, when and why; nothing where nothing was. */
export function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">Corrections</h2>
      <ul>
        {corrections.map(({ kind, day, reason }) => (
          <li>
            <time datetime={day}>{dateInWords(day)}</time>: {WHAT[kind]} was withdrawn.{" "}
            <span dir="auto">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
