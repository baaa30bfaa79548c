import { z } from "zod";
import { QUOTE_KINDS, SPEAKER_KINDS, type SpeakerKind } from "../../../domain/model.ts";
import type { StoryEvidence, StoryQuote } from "../../../domain/story.ts";
import type { Defaults } from "./defaults.ts";
import { context, date, flag, language, listOf, record, slug, text } from "./fields.ts";
import { key, name } from "./schema-entities.ts";
import { agentRef, evidenceList, needsSupport } from "./schema-evidence.ts";

/** A quote; where it gives no evidence, that is its own words in its article. */
export function quoteSchema(defaults: Defaults) {
  return record({
    key,
    kind: z.enum(QUOTE_KINDS),
    text: text(10_000),
    prefix: context.optional(),
    suffix: context.optional(),
    speaker: agentRef.optional(),
    speakerKind: z.enum(SPEAKER_KINDS).optional(),
    speakerAsWritten: name.optional(),
    speakerFor: slug.optional(),
    cue: name.optional(),
    relays: agentRef.optional(),
    when: date.optional(),
    saidAt: slug.optional(),
    about: listOf(slug).default([]),
    language: language.optional(),
    translated: flag.default(false),
    article: slug.optional(),
    utterance: text(300).optional(),
    topics: listOf(slug).default(defaults.topics),
    evidence: evidenceList(defaults),
  })
    .transform(({ prefix, suffix, ...given }, problems): StoryQuote => {
      const refuse = (field: string, message: string) =>
        problems.addIssue({ code: "custom", path: [field], message });

      if (/^\p{Quotation_Mark}.*\p{Quotation_Mark}$/su.test(given.text)) {
        refuse(
          "text",
          "is given without the quotation marks around it; `kind` tells whether the article has them",
        );
      }
      const article = given.article ?? defaults.article;
      if (article === undefined) {
        refuse("article", "is missing; name the article here or under the file's `defaults`");
        return z.NEVER;
      }
      const speakerKind = given.speakerKind ?? kindOfSpeaker(given);
      if ((speakerKind === "NAMED") !== (given.speaker !== undefined)) {
        refuse("speakerKind", "a speaker is NAMED where `speaker` says who it is, and only there");
      }
      if (given.evidence.length > 0 && (prefix ?? suffix) !== undefined) {
        refuse(
          prefix === undefined ? "suffix" : "prefix",
          "belongs to the passage; write it under `evidence`",
        );
      }
      const ownWords: StoryEvidence = {
        article,
        part: "BODY",
        exact: given.text,
        prefix,
        suffix,
        stance: "SUPPORTS",
        method: defaults.method,
        claimedBy: [],
      };
      const evidence = given.evidence.length > 0 ? given.evidence : [ownWords];
      return { ...given, article, speakerKind, evidence, language: given.language ?? defaults.language };
    })
    .superRefine(needsSupport);
}

function kindOfSpeaker(quote: { speaker?: unknown; speakerAsWritten?: string | undefined }): SpeakerKind {
  if (quote.speaker !== undefined) return "NAMED";
  return quote.speakerAsWritten === undefined ? "UNKNOWN" : "UNNAMED";
}
