import { historyAsOf } from "../../../src/domain/event-history.ts";
import { ENTRY_KINDS } from "../../../src/domain/model.ts";
import { EVERYTHING } from "../../../src/domain/timeline.ts";
import { planWalk } from "../../../src/domain/timeline-paging.ts";
import { everyDraft } from "../../../src/ingest/drafts/choice.ts";
import type { Evidence } from "../../../src/store/evidence.ts";
import type { Readers } from "../../../src/store/readers.ts";
import { NO_CONDITION, type TimelineQuery } from "../../../src/store/timeline.ts";

/**
 * All that is on record but the articles, with its keys, in an order that hangs on these alone: as lines, which can be read.
 *
 * @param assigned whether with the keys and slugs that are assigned once, by what was known then; else agents go by their
 *   names, and utterances by the first of the quotes that report them
 */
export async function recordOf(readers: Readers, assigned = true): Promise<string> {
  const lines: string[] = [];
  const key = (indent: string, key: string) => (assigned ? [`${indent}${key}`] : []);
  const listed = [
    ...(await readers.agents.list("PERSON", "", 1000)),
    ...(await readers.agents.list("ORGANIZATION", "", 1000)),
  ];
  const agents = assigned ? listed : listed.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const named = new Map(agents.map(({ id, slug, name }) => [id, assigned ? slug : name]));
  const evidenceLines = async (evidence: readonly Evidence[], indent: string) =>
    (await readers.evidence.inFull(evidence))
      .map(({ article, passage, claimedBy, claimantAsWritten, method, stance }) => {
        const who = [...claimedBy.map((id) => named.get(id) ?? "?"), claimantAsWritten ?? []].flat();
        const says = who.length > 0 ? ` says ${who.join(", ")}` : "";
        return `${indent}${article.slug} ${method} ${stance}: “${passage?.exact}”${says}`;
      })
      .toSorted();
  for (const agent of agents) {
    const aliases = (await readers.agents.aliases([agent.id])).map(({ alias }) => alias).toSorted();
    const names = [agent.name, ...aliases].join(" = ");
    lines.push(`${agent.type} ${named.get(agent.id)}: ${names}`, ...key("  ", agent.key));
    for (const role of await readers.agents.roles([agent.id])) {
      lines.push(`  ${role.title}, ${named.get(role.organizationId ?? 0) ?? "nowhere"}`);
      lines.push(...(await evidenceLines(role.evidence, "    ")));
    }
  }
  const events = await readers.events.records(await entriesOf(readers, "EVENT"));
  for (const event of sorted(events)) {
    const place = event.placeId === null ? [] : await readers.places.byId([event.placeId]);
    const slug = assigned ? ` ${event.slug}` : "";
    lines.push(`EVENT${slug}: ${event.title}, at ${place[0]?.slug ?? "no place"}`, ...key("  ", event.key));
    lines.push(...(await evidenceLines(event.evidence, "    ")));
    for (const { change, reported, formerDate, date } of historyAsOf(event.changes, null)) {
      const was = formerDate === null ? "" : `, no longer ${formerDate.edtf}`;
      lines.push(`  ${reported} ${change.to} ${date?.edtf ?? "undated"}${was}`, ...key("    ", change.key));
      lines.push(...(await evidenceLines(change.evidence, "    ")));
    }
    for (const one of event.participations.toSorted((a, b) => (name(a) < name(b) ? -1 : 1))) {
      lines.push(`  ${name(one)}`, ...(await evidenceLines(one.evidence, "    ")));
    }
  }
  const quotes = await quotesIn(readers);
  for (const quote of sorted(quotes)) {
    const who = named.get(quote.speakerId ?? 0) ?? "nobody";
    lines.push(
      `QUOTE ${who}: “${quote.text}”`,
      `  ${quote.key}`,
      `  ${assigned ? (quote.utterance ?? "nobody else reports it") : firstReport(quote)}`,
    );
    const about = await readers.quotes.about([quote.id]);
    const abouts = await readers.events.byId(about.map(({ eventId }) => eventId));
    lines.push(...sorted(abouts).map(({ slug, title }) => `  about ${assigned ? slug : title}`));
    lines.push(...(await evidenceLines(quote.evidence, "    ")));
  }
  const drafts = await everyDraft(readers, { states: ["OPEN"] });
  lines.push(...drafts.map(({ article, kind, title }) => `STILL A DRAFT ${article.slug}: ${kind} ${title}`));
  return `${lines.join("\n")}\n`;

  function firstReport({ key, utterance }: { key: string; utterance: string | null }): string {
    const reports = quotes.filter(
      (one) => one.key === key || (utterance !== null && one.utterance === utterance),
    );
    return `first as ${sorted(reports)[0]?.key}`;
  }

  function name({ agentId, role }: { agentId: number; role: string }): string {
    return `${role} ${named.get(agentId)}`;
  }
}

/** Quotes, those that a timeline leaves out since an earlier one reports the same words included. */
async function quotesIn(readers: Readers) {
  const shown = await entriesOf(readers, "QUOTE");
  const all = (await readers.quotes.reportsOfSameUtterance(shown)).map(({ id }) => id);
  return readers.quotes.byId([...new Set([...shown, ...all])]);
}

async function entriesOf(readers: Readers, kind: "EVENT" | "QUOTE"): Promise<number[]> {
  const query: TimelineQuery = {
    ...NO_CONDITION,
    subjects: [EVERYTHING],
    kinds: [ENTRY_KINDS.indexOf(kind)],
  };
  const hits = await readers.timeline.read(query, planWalk("OLDEST_FIRST", null, null, false), 1000);
  return hits.map(({ entryId }) => entryId);
}

function sorted<Keyed extends { readonly key: string }>(all: readonly Keyed[]): Keyed[] {
  return all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
