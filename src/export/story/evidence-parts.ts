import { codePointLength, LONGEST_SHOWN } from "../../domain/passage.ts";
import type { StoryEvidence } from "../../domain/story.ts";
import type { StoryTexts } from "../../domain/story-document.ts";
import type { Article } from "../../store/articles.ts";
import type { Evidence, FullEvidence } from "../../store/evidence.ts";
import type { Reading } from "./reading.ts";

/** Whether a document may not have the text of an article. */
export function isWithheld({ access }: Pick<Article, "access">, texts: StoryTexts): boolean {
  return texts === "FREE" && access !== "FULL";
}

/** Reads some evidence in full, and gives what tells any of it. */
export async function readEvidence(
  reading: Reading,
  evidence: readonly Evidence[],
): Promise<(some: readonly Evidence[]) => StoryEvidence[]> {
  const full = new Map((await reading.readers.evidence.inFull(evidence)).map((one) => [one.id, one]));
  return (some) =>
    evidenceParts(
      some.flatMap((one) => full.get(one.id) ?? []),
      reading,
    );
}

/** Evidence in its order on record. */
export function evidenceParts(
  evidence: readonly FullEvidence[],
  { names, texts }: Pick<Reading, "names" | "texts">,
): StoryEvidence[] {
  return evidence.map((one) => ({
    article: names.slug("article", one.articleId),
    // Of several texts each has its own evidence, and only that.
    revision: one.article.revision === 1 ? undefined : one.revision,
    outSince: one.outSince ?? undefined,
    ...passagePart(one, texts),
    stance: one.stance,
    method: one.method,
    confidence: one.confidence ?? undefined,
    claimedBy: one.claimedBy.map((id) => names.agent(id)),
    claimantAsWritten: one.claimantAsWritten ?? undefined,
    instead:
      one.insteadStatus === null && one.insteadDate === null
        ? undefined
        : { status: one.insteadStatus ?? undefined, date: one.insteadDate?.edtf },
  }));
}

/**
 * The words with their place in the text. What is around them follows from the text where the document has that; it
 * is given where there may be none to have: earlier texts may not have been held. Of a text that is withheld there are no more than the words, and none where these
 * are longer than may be shown.
 */
function passagePart({ passage, article, revision }: FullEvidence, texts: StoryTexts) {
  const nothing = { part: "BODY" as const };
  if (passage === null) return nothing;
  const { part, exact, start, prefix, suffix, anchor } = passage;
  const isFree = part === "HEADLINE" || !isWithheld(article, texts);
  if (!isFree && codePointLength(exact) > LONGEST_SHOWN) return nothing;
  const around = isFree && (anchor === "UNANCHORED" || revision !== article.revision);
  return {
    part,
    exact,
    start,
    prefix: around && prefix !== "" ? prefix : undefined,
    suffix: around && suffix !== "" ? suffix : undefined,
  };
}
