import { and, eq, isNull } from "drizzle-orm";
import { groupBy } from "../../domain/group-by.ts";
import { normalizeText, type Passage } from "../../domain/passage.ts";
import type { StoryEvidence } from "../../domain/story.ts";
import type { ArticleRevision } from "../../store/articles.ts";
import type { Engine } from "../../store/engine.ts";
import type { Tables } from "../../store/schema/tables.ts";
import type { ArticleText } from "./article-texts.ts";

type EvidenceRow = Tables["evidence"]["$inferSelect"];

/** Where evidence was taken from. */
export type Taken = Pick<EvidenceRow, "revision" | "passageId" | "outSince">;

/** Evidence that is on record, or was put there on the way. */
export interface EvidenceThere extends Taken {
  readonly id: number;
  readonly passage: Omit<Tables["passage"]["$inferSelect"], "id"> | null;
}

/** What tells evidence from other evidence, besides its passage and who claims it. */
export const SAYS = [
  "eventId",
  "changeId",
  "participationId",
  "relationId",
  "quoteId",
  "roleId",
  "articleId",
  "stance",
  "claimantAsWritten",
  "insteadStatus",
  "insteadDate",
] as const;

/** Evidence on record of the same fact, from the same article, with the same stance, claims and claimants. */
export async function evidenceThere(
  { db, tables, oneOf }: Engine,
  values: Pick<EvidenceRow, (typeof SAYS)[number]>,
  claimants: readonly number[],
): Promise<EvidenceThere[]> {
  const { agent, evidence, claim, passage } = tables;
  const same = SAYS.map((name) => {
    const value = values[name];
    return value === null ? isNull(evidence[name]) : eq(evidence[name], value);
  });
  const { id, revision, passageId, outSince } = evidence;
  const found = await db
    .select({ id, revision, passageId, outSince, agentId: agent.id })
    .from(evidence)
    .leftJoin(claim, eq(claim.evidenceId, evidence.id))
    // What a merge left with somebody is claimed by the other already.
    .leftJoin(agent, and(eq(agent.id, claim.agentId), isNull(agent.mergedIntoId)))
    .where(and(...same))
    .orderBy(evidence.id, claim.position);
  if (found.length === 0) return [];
  const passageIds = found.flatMap((row) => row.passageId ?? []);
  const passages = await db.select().from(passage).where(oneOf(passage.id, passageIds));
  const byNumber = new Map(passages.map((row) => [row.id, row]));
  const wanted = inOrder(claimants);
  return [...groupBy(found, (row) => row.id).values()].flatMap((claims) => {
    const [row] = claims;
    if (row === undefined || inOrder(claims.flatMap((one) => one.agentId ?? [])) !== wanted) return [];
    return { ...row, passage: byNumber.get(row.passageId ?? 0) ?? null };
  });
}

/** Merges may bring claimants into another order than a story names them in. */
function inOrder(claimants: readonly number[]): string {
  return claimants.toSorted((a, b) => a - b).join();
}

/**
 * Whether evidence has its passage where words were found in a text, or now has it where these are; or none, where none are
 * given. Evidence that names the text it was taken from is only that from there.
 */
export function isAt(
  { passage }: EvidenceThere,
  { anchors }: ArticleText,
  text: ArticleRevision,
  part: StoryEvidence,
  found: Passage | string | null,
): boolean {
  if (found === null || passage === null) return found === null && passage === null;
  if (typeof found === "string" || passage.part !== part.part) return false;
  if (passage.revisionId === text.id) return passage.start === found.start && passage.end === found.end;
  if (part.revision !== undefined) return false;
  const { start, end } = anchors.of(text.number, part.part, found);
  return start !== null && passage.currentStart === start && passage.currentEnd === end;
}

/** Whether evidence was taken from these words in another text, though they may not be found any more. */
export function was(
  { passage }: EvidenceThere,
  text: ArticleRevision,
  { part, exact, prefix, suffix, start }: StoryEvidence,
): boolean {
  return (
    passage !== null &&
    start === undefined &&
    passage.revisionId !== text.id &&
    passage.part === part &&
    passage.exact === normalizeText(exact ?? "") &&
    agree(passage.prefix, normalizeText(prefix ?? ""), (long, short) => long.endsWith(short)) &&
    agree(passage.suffix, normalizeText(suffix ?? ""), (long, short) => long.startsWith(short))
  );
}

function agree(a: string, b: string, goesOn: (long: string, short: string) => boolean): boolean {
  return goesOn(a, b) || goesOn(b, a);
}
