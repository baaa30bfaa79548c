import { EVENT_STATUSES, QUOTE_KINDS } from "../../domain/model.ts";
import { STATUS_WORDS } from "../words.ts";
import type { DraftResult } from "./draft-query.ts";
import { Field, Menu } from "./fields.tsx";
import { QUOTE_WORDS } from "./words.ts";

/** What dates may look like. */
export const DATE_HINT =
  "A day, a month or a year: 2025-08-15, 2025-08, 2025; about: 2025-08~. Not told: leave it empty.";

/** The fields of what an editor may change of a draft before it goes on record. */
export function EditFields({ draft }: { readonly draft: DraftResult }) {
  switch (draft.draftKind) {
    case "QUOTE":
      return (
        <>
          <input type="hidden" name="speakerWas" value={draft.speakerName ?? ""} />
          <Field name="speaker" label="Speaker" value={draft.speakerName} hint="Not named: leave it empty." />
          <Field name="date" label="Said" value={draft.when?.edtf ?? null} hint={DATE_HINT} />
          <Menu
            name="quoteKind"
            label="Given"
            chosen={draft.quoteKind}
            options={QUOTE_KINDS.map((kind) => [kind, QUOTE_WORDS[kind]])}
          />
          <Field name="cue" label="Verb of saying" value={draft.cue} />
        </>
      );
    case "EVENT":
      return (
        <>
          <Field name="title" label="Title" value={draft.title} required />
          <Menu
            name="status"
            label="Status"
            chosen={draft.status}
            options={EVENT_STATUSES.map((status) => [status, STATUS_WORDS[status]])}
          />
          <Field name="date" label="Date" value={draft.when?.edtf ?? null} hint={DATE_HINT} />
          <Field name="place" label="Place" value={draft.place} hint="Not told: leave it empty." />
        </>
      );
    case "PERSON":
      return <Field name="title" label="Name" value={draft.name} required />;
  }
}
