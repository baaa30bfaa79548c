import type { AnchorState } from "../../domain/model.ts";
import type { Passage } from "../../domain/passage.ts";
import { shownPassage, shownWords } from "../../domain/shown-passage.ts";
import { textFragmentUrl } from "../../domain/text-fragment.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import { AnchorStateEnum, ArticlePartEnum, EventStatusEnum, MethodEnum, StanceEnum } from "../enums.ts";
import { detailsOf } from "../evidence-details.ts";
import { factOf } from "../facts.ts";
import {
  AgentRef,
  ArticleRef,
  EventRef,
  EventRelationRef,
  EvidenceRef,
  ParticipationRef,
  QuoteRef,
  RoleRef,
  StatusChangeRef,
} from "../refs.ts";
import { anchorOf } from "../revisions.ts";
import type { EvidenceView } from "../views.ts";
import { FuzzyDateType } from "./fuzzy-date.ts";

const EvidenceSubject = builder.unionType("EvidenceSubject", {
  description: "A fact that evidence is about.",
  types: [EventRef, StatusChangeRef, QuoteRef, ParticipationRef, RoleRef, EventRelationRef],
  resolveType: (fact) => fact.__typename,
});

EvidenceRef.implement({
  description: "Ties a fact to a passage of an article, or to an article as a whole.",
  fields: (t) => ({
    subject: t.field({
      type: EvidenceSubject,
      description: "The fact.",
      async resolve({ record, asOf }, _args, context) {
        const fact = await factOf(record, asOf, context);
        if (fact === null) throw new Error("Evidence is about a fact that is not on record.");
        return fact;
      },
    }),
    article: t.field({
      type: ArticleRef,
      description: "The article that it comes from.",
      resolve: ({ record, asOf }) => ({ __typename: "Article" as const, record: record.article, asOf }),
    }),
    revision: t.int({
      description: "The revision of the article that it was taken from.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).revision,
    }),
    part: t.field({
      type: ArticlePartEnum,
      nullable: true,
      description: "Which text the passage is in; null where only the article is cited.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).passage?.part,
    }),
    exact: t.string({
      nullable: true,
      description:
        "The passage, word for word, as that revision has it; null where only the article is cited. Of an article that gives passages only, at most 300 code points of it.",
      resolve: ({ record: { passage, article } }) => passage && shownWords(passage.exact, article.access),
    }),
    prefix: t.string({
      nullable: true,
      description: "The 32 code points before it.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).passage?.prefix,
    }),
    suffix: t.string({
      nullable: true,
      description: "The 32 code points after it.",
      resolve: async (evidence, _args, context) => (await shown(evidence, context))?.suffix,
    }),
    start: t.int({
      nullable: true,
      description: "Where it starts in the text of that revision, counted in Unicode code points.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).passage?.start,
    }),
    end: t.int({
      nullable: true,
      description: "Where it ends, exclusive, counted in Unicode code points.",
      resolve: async (evidence, _args, context) => (await shown(evidence, context))?.end,
    }),
    stance: t.field({
      type: StanceEnum,
      description: "For the fact or against it.",
      resolve: ({ record }) => record.stance,
    }),
    method: t.field({
      type: MethodEnum,
      description: "How it was found.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).method,
    }),
    confidence: t.float({
      nullable: true,
      description: "How sure the method is, 0 to 1; null for a person.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).confidence,
    }),
    claimedBy: t.field({
      type: [AgentRef],
      description: "Who says so. Nobody, and no `claimantAsWritten`: the outlet in its own voice.",
      resolve: async (evidence, _args, context) =>
        context.find.agents((await detailsOf(evidence, context)).claimedBy, evidence.asOf),
    }),
    claimantAsWritten: t.string({
      nullable: true,
      description: "Who says so in the article's words; alone where it does not name them.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).claimantAsWritten,
    }),
    insteadStatus: t.field({
      type: EventStatusEnum,
      nullable: true,
      description: "The status that a dispute claims instead.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).insteadStatus,
    }),
    insteadDate: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: "The date that a dispute claims instead.",
      resolve: async (evidence, _args, context) => (await detailsOf(evidence, context)).insteadDate,
    }),
    anchor: t.field({
      type: AnchorStateEnum,
      description:
        "Whether the article's current text still has the passage where it was found; as of a day, the text of that day.",
      resolve: async (evidence, _args, context) => (await anchorOf(evidence, context)).state,
    }),
    currentStart: t.int({
      nullable: true,
      description:
        "Where the passage starts in that text, counted in Unicode code points; null where it is not there, or not in one certain place.",
      resolve: async (evidence, _args, context) => (await anchorOf(evidence, context)).start,
    }),
    currentEnd: t.int({
      nullable: true,
      description: "Where it ends in that text, exclusive, counted in Unicode code points.",
      resolve: async (evidence, _args, context) => (await anchorOf(evidence, context)).end,
    }),
    link: t.field({
      type: "URL",
      nullable: true,
      description:
        "The article's address; with a passage that its current text has, a link that opens the article at its words.",
      async resolve(evidence, _args, context) {
        const { article } = evidence.record;
        const { passage, revision } = await detailsOf(evidence, context);
        if (article.url === null || passage === null || isGone(passage.anchor)) return article.url;
        const may = shownPassage(passage, article.access);
        // What stands around the words may have changed with the text.
        const around = revision === article.revision ? may : { prefix: "", suffix: "" };
        return textFragmentUrl(article.url, { ...around, exact: may.exact });
      },
    }),
  }),
});

/** What may be shown of a passage. */
async function shown(evidence: EvidenceView, context: Context): Promise<Passage | null> {
  const { passage } = await detailsOf(evidence, context);
  return passage && shownPassage(passage, evidence.record.article.access);
}

function isGone(anchor: AnchorState): boolean {
  return anchor === "ORPHANED" || anchor === "AMBIGUOUS";
}
