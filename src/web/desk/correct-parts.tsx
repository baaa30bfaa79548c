import { randomUUID } from "node:crypto";
import type { Child } from "hono/jsx";
import { Field, Menu } from "./fields.tsx";
import { FormToken, type Seat } from "./layout.tsx";
import type { Typed } from "./typed.ts";

/** What a page of corrections is shown with. */
export interface Corrected {
  /** What was sent last and refused; null where nothing was. */
  readonly typed: Typed | null;
  /** Whether something was just done. */
  readonly done: boolean;
}

/** One way to correct what is on record, folded away. */
export function Correction({
  seat,
  back,
  action,
  title,
  hidden = {},
  button,
  typed,
  children,
}: {
  readonly seat: Seat;
  /** What was typed when it was sent, and refused: it is open then. */
  readonly typed: Typed | null;
  /** The page that it is on. */
  readonly back: string;
  readonly action: string;
  readonly title: string;
  /** What the form sends unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly button: string;
  readonly children: Child;
}) {
  return (
    <details class="edit" open={typed !== null}>
      <summary>{title}</summary>
      <form method="post" action="/desk/correct" class="sheet">
        <FormToken seat={seat} />
        <input type="hidden" name="once" value={randomUUID()} />
        <input type="hidden" name="back" value={back} />
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {children}
        <button type="submit" name="action" value={action}>
          {button}
        </button>
      </form>
    </details>
  );
}

/** A fact that may be withdrawn, as it is now. */
export interface WithdrawableFact {
  readonly id: string;
  /** The revision that withdrawing it expects. */
  readonly revision: string;
  readonly what: string;
}

/** Withdrawing one of some facts. */
export function Withdrawal({
  seat,
  back,
  facts,
  typed,
}: {
  readonly seat: Seat;
  readonly back: string;
  readonly facts: readonly WithdrawableFact[];
  readonly typed: Typed | null;
}) {
  // Another revision is shown by now, where it was changed meanwhile.
  const [chosen] = (typed?.values["fact"] ?? "").split(" ");
  const options = facts.map(({ id, revision, what }) => [`${id} ${revision}`, what] as const);
  const at = facts.findIndex(({ id }) => id === chosen);
  return (
    <Correction
      seat={seat}
      back={back}
      action="withdraw"
      title="Withdraw what is wrong"
      button="Withdraw it"
      typed={typed}
    >
      <Menu name="fact" label="What" chosen={options[at]?.[0] ?? null} options={options} />
      <Field
        typed={typed}
        name="reason"
        label="Why, for readers"
        value={null}
        required
        hint="Do not repeat what is withdrawn."
      />
    </Correction>
  );
}

/** A merge as the desk lists it. */
export interface ListedMerge {
  readonly id: string;
  readonly from: string;
  readonly at: string;
  readonly actor: string | null;
}

/** What was merged into something, each with a way to part them again. */
export function Merges({
  seat,
  back,
  title,
  merges,
}: {
  readonly seat: Seat;
  readonly back: string;
  readonly title: string;
  readonly merges: readonly ListedMerge[];
}) {
  if (merges.length === 0) return null;
  return (
    <section aria-labelledby="merged">
      <h2 id="merged">{title}</h2>
      <ul class="undoable">
        {merges.map(({ id, from, at, actor }) => (
          <li>
            <Undoable seat={seat} back={back} action="undo-merge" name="merge" id={id} button="Part them">
              <bdi>{from}</bdi>, on {at.slice(0, 10)}
              {actor !== null && ` by ${actor}`}
            </Undoable>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Something that was done, with a button that undoes it. */
export function Undoable({
  seat,
  back,
  action,
  name,
  id,
  button,
  children,
}: {
  readonly seat: Seat;
  readonly back: string;
  readonly action: string;
  readonly name: string;
  readonly id: string;
  readonly button: string;
  readonly children: Child;
}) {
  return (
    <form method="post" action="/desk/correct" class="done">
      <FormToken seat={seat} />
      <input type="hidden" name="once" value={randomUUID()} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name={name} value={id} />
      <p>{children}</p>
      <button type="submit" name="action" value={action} class="plain">
        {button}
      </button>
    </form>
  );
}

/** What became of the form that was sent, if one was. */
export function Outcome({ typed, done }: Corrected) {
  if (typed !== null) {
    return (
      <p class="problem" role="alert" id="problem">
        {typed.problem.message}
      </p>
    );
  }
  return done ? (
    <p class="banner" role="status">
      Done: it is on record.
    </p>
  ) : null;
}

/** A quote in a menu: who, and how it begins. */
export function quoteInMenu(text: string): string {
  const words = text.replace(/\s+/g, " ");
  return words.length > 80 ? `“${words.slice(0, 79)}…”` : `“${words}”`;
}
