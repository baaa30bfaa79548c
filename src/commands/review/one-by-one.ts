import { DatelineError } from "../../domain/errors.ts";
import { acceptDrafts } from "../../ingest/drafts/accept-drafts.ts";
import { rejectDrafts } from "../../ingest/drafts/reject-drafts.ts";
import type { AcceptAs } from "../../ingest/drafts/same-as.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Store } from "../../store/open.ts";
import { type Sameness, samenessOf } from "./same-as.ts";
import { draftInContext } from "./show.ts";

/** Where somebody is asked. */
export interface Desk {
  print(text: string): void;
  /** The answer; null where nobody answers any more. */
  ask(question: string): Promise<string | null>;
}

/** What was decided. */
export interface Decisions {
  readonly accepted: number;
  /** People who were accepted with what names them. */
  readonly alongside: number;
  readonly rejected: number;
}

const HELP = `a  accept: put it on record, with the people that it names, as what it is the same as; else as something new
n  the same, as something new, whatever it is like
=SLUG  the same, as the person or event on record with this slug; a quote: as spoken by that person
r  reject: it is not drafted again
s  skip: it waits
q  quit: what was decided stays
`;

/** Shows drafts one after the other and does as it is told. Each decision is stored at once. */
export async function reviewOneByOne(
  store: Store,
  drafts: readonly Draft[],
  desk: Desk,
  now: () => Date,
): Promise<Decisions> {
  const counts = { accepted: 0, alongside: 0, rejected: 0 };
  let sameness: Sameness | null = null;
  for (const [index, { key }] of drafts.entries()) {
    // It may have been accepted with another, or by somebody else meanwhile.
    const [draft] = await store.latest().drafts.byKey([key]);
    if (draft?.state !== "OPEN") continue;
    const [text] = await store.articles.texts([draft.articleId]);
    // What is decided about one may settle what others are.
    sameness ??= await samenessOf(store.latest(), drafts.slice(index));
    desk.print(`\n[${index + 1} of ${drafts.length}] ${draftInContext(draft, text?.body ?? "", sameness)}`);
    const answer = await decision(desk);
    if (answer === "q") break;
    if (answer !== "s") sameness = null;
    const author = { at: now(), actor: null };
    try {
      if (answer === "r") counts.rejected += await rejectDrafts(store, { keys: [key] }, author);
      if (answer === "a" || answer === "n" || answer.startsWith("=")) {
        const { accepted, alongside } = await acceptDrafts(store, { keys: [key] }, author, acceptAs(answer));
        counts.accepted += accepted;
        counts.alongside += alongside;
        if (alongside > 0) desk.print(`  and ${alongside} that it names\n`);
      }
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      desk.print(`  ${error.message}\n`);
    }
  }
  return counts;
}

function acceptAs(answer: string): AcceptAs | undefined {
  if (answer === "a") return undefined;
  return answer === "n" ? { isNew: true } : { sameAs: answer.slice(1).trim() };
}

const LETTERS = ["a", "n", "r", "s", "q"] as const;

async function decision(desk: Desk): Promise<(typeof LETTERS)[number] | `=${string}`> {
  for (;;) {
    const answer = (await desk.ask("accept, new, reject, skip, quit, ? [a/n/r/s/q/?] "))?.trim() ?? "q";
    if (/^=./.test(answer)) return `=${answer.slice(1)}`;
    const letter = LETTERS.find((one) => one === answer.slice(0, 1).toLowerCase());
    if (letter !== undefined) return letter;
    desk.print(HELP);
  }
}
