import type { ParticipantRole } from "../domain/model.ts";

export { STATUS_WORDS } from "../export/status-words.ts";

/** How pages call the parts that somebody has in an event; nothing is said of those who simply attend. */
export const ROLE_WORDS: Readonly<Partial<Record<ParticipantRole, string>>> = {
  HOST: "host",
  ORGANIZER: "organizer",
  SPEAKER: "speaker",
  MEDIATOR: "mediator",
  SIGNATORY: "signatory",
  INVITED: "invited",
  EXPECTED: "expected",
  ABSENT: "absent",
};

/** Names as one reads them: “a”, “a and b”, “a, b and c”. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}

/** A text with a capital at its beginning. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
