import { randomUUID } from "node:crypto";
import type { Child } from "hono/jsx";
import { Field, Menu } from "./fields.tsx";
import { FormToken, type Seat } from "./layout.tsx";

/** One way to correct what is on record, folded away. */
export function Correction({
  seat,
  back,
  action,
  title,
  hidden = {},
  button,
  children,
}: {
  readonly seat: Seat;
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
    <details class="edit">
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

/** Withdrawing one of some facts. */
export function Withdrawal({
  seat,
  back,
  facts,
  chosen,
}: {
  readonly seat: Seat;
  readonly back: string;
  readonly facts: readonly (readonly [id: string, what: string])[];
  readonly chosen: string | null;
}) {
  return (
    <Correction seat={seat} back={back} action="withdraw" title="Withdraw what is wrong" button="Withdraw it">
      <Menu name="fact" label="What" chosen={chosen} options={facts} />
      <Field
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
  merges,
}: {
  readonly seat: Seat;
  readonly back: string;
  readonly merges: readonly ListedMerge[];
}) {
  if (merges.length === 0) return null;
  return (
    <section aria-labelledby="merged">
      <h2 id="merged">Merged into it</h2>
      <ul class="undoable">
        {merges.map(({ id, from, at, actor }) => (
          <li>
            <Undoable seat={seat} back={back} action="undo-merge" name="merge" id={id} button="Part them">
              <bdi>{from}</bdi>
              <span class="meta">
                {at.slice(0, 10)}
                {actor !== null && `, ${actor}`}
              </span>
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
export function Outcome({ problem, done }: { readonly problem: string | null; readonly done: boolean }) {
  if (problem !== null) {
    return (
      <p class="problem" role="alert" id="problem">
        {problem}
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
