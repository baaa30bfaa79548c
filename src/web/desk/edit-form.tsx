import { EVENT_STATUSES, QUOTE_KINDS } from "../../domain/model.ts";
import { STATUS_WORDS } from "../words.ts";
import type { DraftResult } from "./draft-query.ts";
import { Field, Menu } from "./fields.tsx";
import type { Typed } from "./typed.ts";
import { QUOTE_WORDS } from "./words.ts";

/** What dates may look like. */
export const DATE_HINT =
  "A day, a month or a year: 2025-08-15, 2025-08, 2025; about: 2025-08~. Not told: leave it empty.";

/** The fields of what an editor may change of a draft before it goes on record. */
export function EditFields({
  draft,
  typed,
}: {
  readonly draft: DraftResult;
  /** What was typed when it was sent, and refused. */
  readonly typed: Typed | null;
}) {
  switch (draft.draftKind) {
    case "QUOTE":
      return (
        <>
          <input type="hidden" name="speakerWas" value={draft.speakerName ?? ""} />
          <Field
            typed={typed}
            name="speaker"
            label="Speaker"
            value={draft.speakerName}
            hint="Not named: leave it empty."
          />
          <Field typed={typed} name="date" label="Said" value={draft.when?.edtf ?? null} hint={DATE_HINT} />
          <Menu
            typed={typed}
            name="quoteKind"
            label="Given"
            chosen={draft.quoteKind}
            options={QUOTE_KINDS.map((kind) => [kind, QUOTE_WORDS[kind]])}
          />
          <Field typed={typed} name="cue" label="Verb of saying" value={draft.cue} />
          <SameAs typed={typed} label="The speaker is on record as" />
        </>
      );
    case "EVENT":
      return (
        <>
          <Field typed={typed} name="title" label="Title" value={draft.title} required />
          <Menu
            typed={typed}
            name="status"
            label="Status"
            chosen={draft.status}
            options={EVENT_STATUSES.map((status) => [status, STATUS_WORDS[status]])}
          />
          <Field typed={typed} name="date" label="Date" value={draft.when?.edtf ?? null} hint={DATE_HINT} />
          <Field
            typed={typed}
            name="place"
            label="Place"
            value={draft.place}
            hint="Not told: leave it empty."
          />
          <SameAs typed={typed} label="On record already as" />
        </>
      );
    case "PERSON":
      return (
        <>
          <Field typed={typed} name="title" label="Name" value={draft.name} required />
          <SameAs typed={typed} label="On record already as" />
        </>
      );
  }
}

/** What on record an editor says that it is. */
function SameAs({ label, typed }: { readonly label: string; readonly typed: Typed | null }) {
  const hint = "The address of its page, or its slug. As the desk finds it: leave it empty.";
  return <Field name="sameAs" label={label} value={null} typed={typed} hint={hint} />;
}
