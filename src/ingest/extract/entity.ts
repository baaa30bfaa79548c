import type { RoleDraft } from "../../domain/draft.ts";
import type { Span } from "../../domain/span.ts";

/** Somebody or something that a text names, with each place where it does. */
export interface Entity {
  readonly kind: "PERSON" | "ORGANIZATION" | "PLACE";
  /** The fullest form in the text, without title. */
  readonly name: string;
  /** Other names in the text. */
  readonly aliases: readonly string[];
  /** Of people, where title, first name or pronouns tell. */
  readonly gender: "MALE" | "FEMALE" | null;
  /** In order of the text. */
  readonly mentions: readonly Mention[];
  /** Spans count UTF-16 units here. */
  readonly roles: readonly RoleDraft[];
  readonly rule: string;
  readonly confidence: number;
}

/** NAME: by name. ROLE: by a role noun (“the Russian official”). PRONOUN: by a pronoun. */
export interface Mention extends Span {
  readonly form: "NAME" | "ROLE" | "PRONOUN";
}
