import { randomUUID } from "node:crypto";
import type { DeskArticleResult } from "./draft-query.ts";
import { Field, Lines, Menu } from "./fields.tsx";
import { FormToken, type Seat } from "./layout.tsx";
import { deskLink } from "./links.ts";
import type { Typed } from "./typed.ts";

/** What an editor types to draft something that no rule found. */
export function AddForm({
  seat,
  article,
  typed,
}: {
  readonly seat: Seat;
  readonly article: DeskArticleResult;
  readonly typed: Typed | null;
}) {
  return (
    <details class="edit" id="add" open={typed !== null}>
      <summary data-key="n" aria-keyshortcuts="n">
        Add what was missed <kbd>n</kbd>
      </summary>
      <form method="post" action={deskLink.add(article.slug)} class="sheet" data-swap>
        <FormToken seat={seat} />
        <input type="hidden" name="article" value={article.id} />
        <input type="hidden" name="once" value={randomUUID()} />
        <input type="hidden" name="start" value={typed?.values["start"] ?? ""} id="add-start" />
        <Lines
          typed={typed}
          name="words"
          label="Words, exactly as they stand in the text"
          value=""
          rows={3}
          required
          hint="Select them in the text, or copy them from it."
        />
        <Menu
          typed={typed}
          name="kind"
          label="They are"
          chosen="QUOTE"
          options={[
            ["QUOTE", "what somebody says"],
            ["EVENT", "where an event is named"],
            ["PERSON", "a person’s name"],
          ]}
        />
        <Field
          typed={typed}
          name="name"
          label="Who says it, or what the event or the person is called"
          value=""
          hint="Of a quote, nobody: leave it empty. Of a person: leave it empty to take the words."
        />
        <button type="submit">Draft it</button>
      </form>
    </details>
  );
}
