import { z } from "zod";
import { ARTICLE_PARTS, EVENT_STATUSES, METHODS, STANCES } from "../../../domain/model.ts";
import type { AgentRef, StoryEvidence } from "../../../domain/story.ts";
import type { Defaults } from "./defaults.ts";
import { context, date, listOf, number, record, slug, text } from "./fields.ts";

/** A person or organization; a slug alone is a person's. */
export const agentRef = z.preprocess(
  (written) => (typeof written === "string" ? { person: written } : written),
  record({ person: slug.optional(), organization: slug.optional() }).transform(
    ({ person, organization }, problems): AgentRef => {
      if (person !== undefined && organization === undefined) return { person };
      if (organization !== undefined && person === undefined) return { organization };
      problems.addIssue({ code: "custom", message: "name either a `person` or an `organization`" });
      return z.NEVER;
    },
  ),
);

const insteadSchema = record({
  status: z.enum(EVENT_STATUSES).optional(),
  date: date.optional(),
}).refine(({ status, date: day }) => status !== undefined || day !== undefined, {
  error: "says nothing; give a `status`, a `date` or both",
});

/** Evidence as a list; a slug alone cites the article as a whole. */
export function evidenceList(defaults: Defaults) {
  const evidence = record({
    article: slug.optional(),
    part: z.enum(ARTICLE_PARTS).optional(),
    exact: text(10_000).optional(),
    prefix: context.optional(),
    suffix: context.optional(),
    stance: z.enum(STANCES).default("SUPPORTS"),
    method: z.enum(METHODS).default(defaults.method),
    confidence: number(0, 1).optional(),
    claimedBy: listOf(agentRef).default([]),
    claimant: text(500).optional(),
    instead: insteadSchema.optional(),
  }).transform(({ claimant, ...given }, problems): StoryEvidence => {
    const article = given.article ?? defaults.article;
    const refuse = (name: string, message: string) =>
      problems.addIssue({ code: "custom", path: [name], message });

    if (given.exact === undefined) {
      for (const name of ["part", "prefix", "suffix"] as const) {
        if (given[name] !== undefined) refuse(name, "needs the words of the passage; add them as `exact`");
      }
    }
    if (given.instead !== undefined && given.stance !== "DISPUTES") {
      refuse(
        "instead",
        "only what disputes says what happened instead; add `stance: DISPUTES` or leave it out",
      );
    }
    if (given.confidence !== undefined && given.method === "HUMAN") {
      refuse("confidence", "a person's reading carries none; leave it out or name the `method`");
    }
    if (article === undefined) {
      refuse("article", "is missing; name the article here or under the file's `defaults`");
      return z.NEVER;
    }
    return { ...given, article, part: given.part ?? "BODY", claimantAsWritten: claimant };
  });
  const orSlug = z.preprocess(
    (written) => (typeof written === "string" ? { article: written } : written),
    evidence,
  );
  return listOf(orSlug).default([]);
}

/** Refuses a fact that no evidence supports. */
export function needsSupport(
  fact: { readonly evidence: readonly StoryEvidence[] },
  problems: z.RefinementCtx,
): void {
  if (fact.evidence.some(({ stance }) => stance === "SUPPORTS")) return;
  const message = "nothing supports this; name at least one article or passage that does";
  problems.addIssue({ code: "custom", path: ["evidence"], message });
}
