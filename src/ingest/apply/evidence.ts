import type { Passage } from "../../domain/passage.ts";
import { inTextSince } from "../../domain/revision.ts";
import type { StoryEvidence } from "../../domain/story.ts";
import type { ArticleRevision } from "../../store/articles.ts";
import type { LoggedNode } from "../../store/change-log.ts";
import type { RowPut } from "../../store/row-writer.ts";
import { locatePassage, noSuchText } from "../formats/story/passages.ts";
import type { Application } from "./application.ts";
import { type ArticleText, currentText } from "./article-texts.ts";
import { type EvidenceThere, evidenceThere, isAt, SAYS, type Taken, was } from "./evidence-there.ts";

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
 *
 * @param of the row of the fact
 */
export async function applyEvidence(
  application: Application,
  fact: FactColumns,
  of: RowPut,
  parts: readonly StoryEvidence[],
  node: LoggedNode,
): Promise<boolean> {
  let changed = false;
  for (const part of parts) {
    if (await applyOne(application, fact, of, part, node)) changed = true;
  }
  return changed;
}

async function applyOne(
  application: Application,
  fact: FactColumns,
  of: RowPut,
  part: StoryEvidence,
  node: LoggedNode,
): Promise<boolean> {
  const { tx, rows, slugs, story, problems, cited } = application;
  const { evidence, claim } = tx.tables;
  const { id: articleId } = await slugs.find("article", part.article);
  const texts = await application.texts.of(articleId);
  const text = textOf(texts, part);
  if (text === undefined) {
    problems.push({ at: story.at(part, "revision"), message: noSuchText(part, texts.revisions.length) });
    return false;
  }
  const found = part.exact === undefined ? null : locatePassage({ ...texts, ...text }, part);
  // Two whom a story names may be one by now.
  const named = new Set<number>();
  for (const ref of part.claimedBy) named.add((await slugs.agent(ref)).id);
  const claimants = [...named];
  const values = {
    ...NO_FACT,
    ...fact,
    articleId,
    stance: part.stance,
    method: part.method,
    confidence: part.method === "HUMAN" ? null : (part.confidence ?? null),
    claimantAsWritten: part.claimantAsWritten ?? null,
    insteadStatus: part.instead?.status ?? null,
    insteadDate: part.instead?.date ?? null,
  };
  const name = JSON.stringify([SAYS.map((column) => values[column]), claimants]);
  const here = cited.get(name) ?? [];
  const alike = [...here, ...(of.created ? [] : await evidenceThere(tx, values, claimants))];
  const known =
    alike.find((one) => isAt(one, texts, text, part, found)) ?? alike.find((one) => was(one, text, part));
  if (known && application.keepEvidence) return false;
  if (!known && typeof found === "string") {
    problems.push({ at: story.at(part, "exact"), message: found });
    return false;
  }
  if (known) {
    if (here.includes(known)) await rows.flush();
    const { revision, passageId, outSince } = known;
    const row = await rows.part(
      evidence,
      { id: known.id },
      { ...values, revision, passageId, outSince },
      node,
    );
    return row.changed;
  }
  const passage = typeof found === "string" ? null : found;
  const taken = await takenFrom(application, texts, text, part, passage, node);
  const { revision, passageId, outSince } = taken;
  const row = await rows.append(evidence, { ...values, revision, passageId, outSince }, node);
  cited.set(name, [...here, { ...taken, id: row.id }]);
  await rows.add(
    { table: claim, owner: claim.evidenceId, of: row, ordered: true },
    claimants.map((agentId) => ({ evidenceId: row.id, agentId })),
    node,
  );
  return true;
}

/** The text that evidence is taken from: words without their place are looked for in the newest. */
function textOf(texts: ArticleText, { revision, start }: StoryEvidence): ArticleRevision | undefined {
  const current = currentText(texts);
  const number = revision ?? (start === undefined ? current.number : texts.given);
  return texts.revisions[number - 1];
}

/** Takes evidence from a text of an article. */
async function takenFrom(
  { tx, rows }: Application,
  texts: ArticleText,
  text: ArticleRevision,
  { part, outSince: since }: StoryEvidence,
  found: Passage | null,
  node: LoggedNode,
): Promise<Omit<EvidenceThere, "id">> {
  const { passage } = tx.tables;
  const { id: revisionId, number: revision } = text;
  const earlier = texts.revisions.slice(0, revision - 1);
  const taken: Omit<Taken, "passageId"> = {
    revision,
    outSince: since ?? inTextSince(text, part, found, earlier),
  };
  if (found === null) return { ...taken, passageId: null, passage: null };
  const { start, end } = found;
  const { state: anchor, start: currentStart, end: currentEnd } = texts.anchors.of(revision, part, found);
  const values = { revisionId, part, ...found, anchor, currentStart, currentEnd };
  const of = texts.rows.get(revision);
  const row = await rows.part(passage, { revisionId, part, start, end }, values, node, of);
  return { ...taken, passageId: row.id, passage: values };
}

const NO_FACT = {
  eventId: null,
  changeId: null,
  participationId: null,
  relationId: null,
  quoteId: null,
  roleId: null,
};
