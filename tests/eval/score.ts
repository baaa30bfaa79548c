import type { Drafts } from "../../src/domain/draft.ts";
import { sliceCodePoints } from "../../src/domain/passage.ts";
import { overlaps, type Span } from "../../src/domain/span.ts";
import { speakerIn } from "../../src/ingest/extract/speaker-in.ts";
import type { GoldDocument, GoldQuote } from "./gold.ts";

/** One thing that was drafted, missed or both: what it is about, and whether it is right. */
export interface Judgement {
  readonly document: string;
  readonly part: Part;
  readonly right: boolean;
  /** Of what was drafted; null for what was missed. */
  readonly confidence: number | null;
  readonly rule: string | null;
  /** What is wrong, in words; null where it is right. */
  readonly error: string | null;
}

export type Part = "people" | "quotes" | "speakers" | "kinds" | "events" | "statuses" | "dates";

const normal = (words: string | null) =>
  (words ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const bare = (words: string | null) => normal(words).replace(/^(the|a|an) /, "");

/** Judges drafts of a text against what people found in it. Indirect quotes are not judged: people marked quoted words only. */
export function judge(gold: GoldDocument, drafts: Drafts): Judgement[] {
  return [...judgePeople(gold, drafts), ...judgeQuotes(gold, drafts), ...judgeEvents(gold, drafts)];
}

function judgePeople({ name: document, people }: GoldDocument, drafts: Drafts): Judgement[] {
  const wanted = new Map(people.map(({ name }) => [normal(name), name]));
  const drafted = drafts.people.map(({ name, confidence, rule }): Judgement => {
    const right = wanted.delete(normal(name));
    return {
      document,
      part: "people",
      right,
      confidence,
      rule,
      error: right ? null : `no such person: ${name}`,
    };
  });
  return [
    ...drafted,
    ...[...wanted.values()].map((name) => missed(document, "people", `missed person: ${name}`)),
  ];
}

/** Marks may lie in or out of the span. */
const SLACK = 2;

function judgeQuotes({ name: document, text, quotes }: GoldDocument, drafts: Drafts): Judgement[] {
  const open = drafts.quotes.filter(({ kind }) => kind !== "INDIRECT");
  const judgements: Judgement[] = [];
  for (const gold of quotes) {
    const index = open.findIndex(
      ({ passage: { start, end } }) =>
        Math.abs(start - gold.start) <= SLACK && Math.abs(end - gold.end) <= SLACK,
    );
    const words = shortened(text, gold);
    const [draft] = index < 0 ? [] : open.splice(index, 1);
    if (draft === undefined) {
      judgements.push(missed(document, "quotes", `missed quote: ${words}`));
      continue;
    }
    const { confidence, rule, kind } = draft;
    const speaker = speakerIn(draft);
    const found = { document, confidence, rule };
    const rightSpeaker = sameSpeaker(speaker, gold);
    judgements.push(
      { ...found, part: "quotes", right: true, error: null },
      {
        ...found,
        part: "kinds",
        right: kind === gold.kind,
        error: kind === gold.kind ? null : `${gold.kind} drafted as ${kind}: ${words}`,
      },
      {
        ...found,
        part: "speakers",
        right: rightSpeaker,
        error: rightSpeaker ? null : `speaker ${gold.speaker} drafted as ${speaker}: ${words}`,
      },
    );
  }
  for (const { confidence, rule, passage } of open) {
    const error = `no such quote: ${shortened(text, passage)}`;
    judgements.push({ document, part: "quotes", right: false, confidence, rule, error });
  }
  return judgements;
}

/** A person is named in full; a group by a name that holds or is held by one of the gold's; nobody by nobody. */
function sameSpeaker(drafted: string | null, { speaker, speakerType, speakerAsWritten }: GoldQuote): boolean {
  if (speakerType === "PERSON") return normal(drafted) === normal(speaker);
  if (speakerType === "UNKNOWN") return !drafted || bare(drafted) === bare(speakerAsWritten);
  const name = bare(drafted);
  const names = [speaker, speakerAsWritten].map(bare).filter((one) => one !== "");
  return name !== "" && names.some((one) => one.includes(name) || name.includes(one));
}

function judgeEvents({ name: document, events }: GoldDocument, drafts: Drafts): Judgement[] {
  const open = [...drafts.events];
  const judgements: Judgement[] = [];
  for (const gold of events) {
    const index = open.findIndex(({ passage }) => overlaps(passage, gold));
    const [draft] = index < 0 ? [] : open.splice(index, 1);
    if (draft === undefined) {
      judgements.push(missed(document, "events", `missed event: ${gold.title}`));
      continue;
    }
    const { confidence, rule, status, date } = draft;
    const found = { document, confidence, rule };
    const compare = (part: Part, right: string | null, given: string | null): Judgement => ({
      ...found,
      part,
      right: right === given,
      error: right === given ? null : `${right} drafted as ${given}: ${gold.title}`,
    });
    judgements.push(
      { ...found, part: "events", right: true, error: null },
      compare("statuses", gold.status, status),
      compare("dates", gold.date, date),
    );
  }
  for (const { confidence, rule, title } of open) {
    judgements.push({
      document,
      part: "events",
      right: false,
      confidence,
      rule,
      error: `no such event: ${title}`,
    });
  }
  return judgements;
}

function missed(document: string, part: Part, error: string): Judgement {
  return { document, part, right: false, confidence: null, rule: null, error };
}

function shortened(text: string, { start, end }: Span): string {
  return sliceCodePoints(text, start, Math.min(end, start + 60));
}
