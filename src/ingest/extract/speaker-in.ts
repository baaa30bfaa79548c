import type { QuoteDraft } from "../../domain/draft.ts";

type Speaking = Pick<QuoteDraft, "speaker" | "speakerKind" | "speakerAsWritten">;

/** Who speaks, in words: the name, or how the text has somebody whom it does not name; null where it does not say. */
export function speakerIn({ speaker, speakerKind, speakerAsWritten }: Speaking): string | null {
  return speaker?.name ?? (speakerKind === "UNNAMED" ? speakerAsWritten : null);
}
