import { and, eq, isNull } from "drizzle-orm";
import { groupBy } from "../../domain/group-by.ts";
import { normalizeText, type Passage } from "../../domain/passage.ts";
import type { StoryEvidence } from "../../domain/story.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { Tables } from "../../store/schema/tables.ts";
import { locatePassage } from "../formats/story/passages.ts";
import type { Application } from "./application.ts";
import type { ArticleText } from "./article-texts.ts";

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
  const { tx, rows, slugs, story, problems } = application;
  const { evidence, claim } = tx.tables;
  const { id: articleId } = await slugs.find("article", part.article);
  const text = await application.texts.of(articleId);
  const found = part.exact === undefined ? null : locatePassage(text, part);
  const claimants: number[] = [];
  for (const ref of part.claimedBy) claimants.push((await slugs.agent(ref)).id);
  const values = {
    ...NO_FACT,
    ...fact,
    articleId,
    stance: part.stance,
    method: part.method,
    confidence: part.confidence ?? null,
    claimantAsWritten: part.claimantAsWritten ?? null,
    insteadStatus: part.instead?.status ?? null,
    insteadDate: part.instead?.date ?? null,
  };
  const alike = await alikeOnRecord(application, values, claimants);
  const known =
    alike.find((one) => isThere(one, text, part, found)) ?? alike.find((one) => was(one, text, part));
  if (known && application.keepEvidence) return false;
  if (!known && typeof found === "string") {
    problems.push({ at: story.at(part, "exact"), message: found });
    return false;
  }
  const taken =
    known ?? (await takenFrom(application, text, part, typeof found === "string" ? null : found, node));
  const { revision, passageId, outSince } = taken;
  const row = await rows.part(
    evidence,
    eq(evidence.id, known?.id ?? UNKNOWN),
    { ...values, revision, passageId, outSince },
    node,
  );
  const list = { table: claim, owner: claim.evidenceId, ownerId: row.id, ordered: true };
  const claimed = await rows.add(
    list,
    claimants.map((agentId) => ({ evidenceId: row.id, agentId })),
    node,
  );
  return row.changed || claimed;
}

type EvidenceRow = Tables["evidence"]["$inferSelect"];

/** Where evidence was taken from. */
type Taken = Pick<EvidenceRow, "revision" | "passageId" | "outSince">;

/** Evidence on record that says the same, of whatever passage. */
interface Alike extends Taken {
  readonly id: number;
  readonly passage: Tables["passage"]["$inferSelect"] | null;
}

/** Evidence on record of the same fact, from the same article, with the same stance, claims and claimants. */
async function alikeOnRecord(
  { tx }: Application,
  values: Omit<EvidenceRow, "id" | keyof Taken>,
  claimants: readonly number[],
): Promise<Alike[]> {
  const { evidence, claim, passage } = tx.tables;
  const same = (
    [
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
    ] as const
  ).map((name) => {
    const value = values[name];
    return value === null ? isNull(evidence[name]) : eq(evidence[name], value);
  });
  const found = await tx.db
    .select({
      id: evidence.id,
      revision: evidence.revision,
      passageId: evidence.passageId,
      outSince: evidence.outSince,
      agentId: claim.agentId,
    })
    .from(evidence)
    .leftJoin(claim, eq(claim.evidenceId, evidence.id))
    .where(and(...same))
    .orderBy(evidence.id, claim.position);
  if (found.length === 0) return [];
  const passageIds = found.flatMap((row) => row.passageId ?? []);
  const passages = await tx.db.select().from(passage).where(tx.oneOf(passage.id, passageIds));
  const byNumber = new Map(passages.map((row) => [row.id, row]));
  const wanted = claimants.join();
  return [...groupBy(found, (row) => row.id).values()].flatMap((claims) => {
    const [row] = claims;
    if (row === undefined || claims.flatMap((one) => one.agentId ?? []).join() !== wanted) return [];
    return { ...row, passage: byNumber.get(row.passageId ?? 0) ?? null };
  });
}

/** Whether evidence has its passage where words were found; or none, where none are given. */
function isThere({ passage }: Alike, text: ArticleText, part: StoryEvidence, found: Passage | string | null) {
  if (found === null || passage === null) return found === null && passage === null;
  if (typeof found === "string" || passage.part !== part.part) return false;
  return passage.revisionId === text.revisionId
    ? passage.start === found.start && passage.end === found.end
    : passage.currentStart === found.start && passage.currentEnd === found.end;
}

/** Whether evidence was taken from these words in an earlier text, though they may not be found any more. */
function was({ passage }: Alike, text: ArticleText, { part, exact, prefix, suffix, start }: StoryEvidence) {
  return (
    passage !== null &&
    start === undefined &&
    passage.revisionId !== text.revisionId &&
    passage.part === part &&
    passage.exact === normalizeText(exact ?? "") &&
    agree(passage.prefix, normalizeText(prefix ?? ""), (long, short) => long.endsWith(short)) &&
    agree(passage.suffix, normalizeText(suffix ?? ""), (long, short) => long.startsWith(short))
  );
}

function agree(a: string, b: string, goesOn: (long: string, short: string) => boolean): boolean {
  return goesOn(a, b) || goesOn(b, a);
}

/** Takes evidence from the current text of an article. */
async function takenFrom(
  { tx, rows }: Application,
  text: ArticleText,
  { part }: StoryEvidence,
  found: Passage | null,
  node: LoggedNode,
): Promise<Taken> {
  const { passage } = tx.tables;
  const taken = { revision: text.revision, outSince: text.since(part, found) };
  if (found === null) return { ...taken, passageId: null };
  const { revisionId } = text;
  const { start, end } = found;
  const row = await rows.part(
    passage,
    and(
      eq(passage.revisionId, revisionId),
      eq(passage.part, part),
      eq(passage.start, start),
      eq(passage.end, end),
    ),
    { revisionId, part, ...found, anchor: "EXACT", currentStart: start, currentEnd: end },
    node,
  );
  return { ...taken, passageId: row.id };
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
