import { and, eq, isNull } from "drizzle-orm";
import { groupBy } from "../../domain/group-by.ts";
import type { StoryEvidence } from "../../domain/story.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { Tables } from "../../store/schema/tables.ts";
import { locatePassage } from "../formats/story/passages.ts";
import type { Application } from "./application.ts";

/** The columns that say which fact evidence is about. */
export interface FactColumns {
  readonly eventId?: number;
  readonly changeId?: number;
  readonly participationId?: number;
  readonly relationId?: number;
  readonly quoteId?: number;
  readonly roleId?: number;
}

/**
 * Puts the evidence of a fact on record: each passage is found in its article first, and noted as a problem where it is
 * not there. Returns whether anything changed.
 */
export async function applyEvidence(
  application: Application,
  fact: FactColumns,
  parts: readonly StoryEvidence[],
  node: LoggedNode,
): Promise<boolean> {
  let changed = false;
  for (const part of parts) {
    if (await applyOne(application, fact, part, node)) changed = true;
  }
  return changed;
}

async function applyOne(application: Application, fact: FactColumns, part: StoryEvidence, node: LoggedNode) {
  const { tx, rows, slugs } = application;
  const { evidence, claim } = tx.tables;
  const article = await slugs.find("article", part.article);
  const passage = await applyPassage(application, article.id, part, node);
  if (passage === undefined) return false;
  const claimants: number[] = [];
  for (const ref of part.claimedBy) claimants.push((await slugs.agent(ref)).id);
  const values = {
    ...NO_FACT,
    ...fact,
    articleId: article.id,
    revision: 1,
    passageId: passage,
    stance: part.stance,
    method: part.method,
    confidence: part.confidence ?? null,
    claimantAsWritten: part.claimantAsWritten ?? null,
    insteadStatus: part.instead?.status ?? null,
    insteadDate: part.instead?.date ?? null,
  };
  const known = await onRecord(application, values, claimants);
  if (known !== null && application.keepEvidence) return false;
  const row = await rows.part(evidence, eq(evidence.id, known ?? UNKNOWN), values, node);
  const list = { table: claim, owner: claim.evidenceId, ownerId: row.id, ordered: true };
  const claimed = await rows.add(
    list,
    claimants.map((agentId) => ({ evidenceId: row.id, agentId })),
    node,
  );
  return row.changed || claimed;
}

type EvidenceValues = Omit<Tables["evidence"]["$inferSelect"], "id">;

/** The same evidence on record: of the same fact, from the same passage, with the same stance, claims and claimants. */
async function onRecord({ tx }: Application, values: EvidenceValues, claimants: readonly number[]) {
  const { evidence, claim } = tx.tables;
  const same = (
    [
      "eventId",
      "changeId",
      "participationId",
      "relationId",
      "quoteId",
      "roleId",
      "articleId",
      "passageId",
      "stance",
      "claimantAsWritten",
      "insteadStatus",
      "insteadDate",
    ] as const
  ).map((name) => {
    const value = values[name];
    return value === null ? isNull(evidence[name]) : eq(evidence[name], value);
  });
  const found = await tx.db
    .select({ id: evidence.id, agentId: claim.agentId })
    .from(evidence)
    .leftJoin(claim, eq(claim.evidenceId, evidence.id))
    .where(and(...same))
    .orderBy(evidence.id, claim.position);
  const wanted = claimants.join();
  for (const [id, rows] of groupBy(found, (row) => row.id)) {
    if (rows.flatMap((row) => row.agentId ?? []).join() === wanted) return id;
  }
  return null;
}

/** A passage's row; null where the article is cited as a whole, undefined where the words are not there. */
async function applyPassage(
  { story, tx, rows, texts, problems }: Application,
  articleId: number,
  part: StoryEvidence,
  node: LoggedNode,
): Promise<number | null | undefined> {
  if (part.exact === undefined) return null;
  const article = await texts.of(articleId);
  const found = locatePassage(article, part);
  if (typeof found === "string") {
    problems.push({ at: story.at(part, "exact"), message: found });
    return undefined;
  }
  const { passage } = tx.tables;
  const row = await rows.part(
    passage,
    and(
      eq(passage.revisionId, article.revisionId),
      eq(passage.part, part.part),
      eq(passage.start, found.start),
      eq(passage.end, found.end),
    ),
    { revisionId: article.revisionId, part: part.part, ...found, anchor: "EXACT" },
    node,
  );
  return row.id;
}

/** A row number that no row has. */
const UNKNOWN = 0;

const NO_FACT = {
  eventId: null,
  changeId: null,
  participationId: null,
  relationId: null,
  quoteId: null,
  roleId: null,
};
