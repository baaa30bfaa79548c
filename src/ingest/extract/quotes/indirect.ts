import type { AgentName, QuoteDraft } from "../../../domain/draft.ts";
import type { Span } from "../../../domain/span.ts";
import type { AnnotatedText } from "../annotated-text.ts";
import { reportingVerb } from "../lexicon/reporting-verbs.ts";
import { RAISING } from "../lexicon/stances.ts";
import type { Chunk } from "./chunk.ts";
import { CONFIDENCE } from "./confidence.ts";
import type { ReadFrame, ReadText } from "./read-text.ts";
import { type Reported, reportedClause } from "./reported-clause.ts";
import type { Report } from "./reports.ts";
import type { SaidTimes } from "./said-times.ts";
import { NOBODY, type Speaker } from "./speaker.ts";
import type { Speakers } from "./speakers.ts";
import { subjectBefore } from "./subject.ts";

/** Drafts of what is reported without quotation marks, in order. What holds a quotation is left to that. */
export function indirectDrafts(
  text: AnnotatedText,
  read: ReadText,
  speakers: Speakers,
  times: SaidTimes,
): QuoteDraft[] {
  const drafts: QuoteDraft[] = [];
  let previous = NOBODY;
  for (const sentence of read.sentences) {
    const kind = text.paragraphs[sentence.frame.sentence.paragraph]?.kind;
    if (kind !== "BODY") continue;
    let reached = 0;
    for (const report of sentence.reports) {
      if (report.subject === undefined) continue;
      const speaker = speakers.of(report.subject, previous);
      if (speaker.kind === "UNKNOWN" || (speaker.agent === null && report.verb.thought)) continue;
      if (report.at < reached && report.form !== "PARTICIPLE" && report.form !== "COORDINATED") continue;
      const reported = reportedClause(sentence.chunks, report, sentence.reports);
      if (reported === undefined) continue;
      reached = Math.max(reached, reported.last + 1);
      previous = speaker;
      drafts.push(
        draftOf(
          text,
          sentence,
          report,
          reported,
          speaker,
          relayed(sentence, reported, speakers, speaker),
          times,
        ),
      );
    }
  }
  return drafts;
}

function draftOf(
  { text }: AnnotatedText,
  sentence: ReadFrame,
  report: Report,
  { first, last, rule, cue }: Reported,
  speaker: Speaker,
  relays: AgentName | null,
  times: SaidTimes,
): QuoteDraft {
  const { chunks } = sentence;
  return {
    kind: "INDIRECT",
    passage: spanOf(chunks, first, last),
    speaker: speaker.agent,
    speakerKind: speaker.kind,
    speakerAsWritten: speaker.asWritten,
    speakerFor: speaker.speaksFor,
    cue: text.slice(cue.start, cue.end),
    relays,
    said: times.of(sentence, first, report),
    about: [],
    rule,
    confidence: Math.round((CONFIDENCE[rule] ?? 0.5) * speaker.sure * 100) / 100,
  };
}

function spanOf(chunks: readonly Chunk[], first: number, last: number): Span {
  const words = chunks[first]?.tokens ?? [];
  // “said that taxes would rise”, where the tagger takes “that” for an article.
  const start = words.length > 1 && words[0]?.lower === "that" ? words[1] : words[0];
  return { start: start?.start ?? 0, end: chunks[last]?.tokens.at(-1)?.end ?? 0 };
}

/** Whose words the speaker passes on: “Smith said Jones raised the possibility of”. */
function relayed(
  { chunks }: ReadFrame,
  { first, last }: Reported,
  speakers: Speakers,
  speaker: Speaker,
): AgentName | null {
  for (let at = first; at <= Math.min(last, first + 8); at++) {
    const chunk = chunks[at];
    if (chunk?.kind !== "VERBS") continue;
    if (chunk.form !== "FINITE" && chunk.form !== "BARE") return null;
    const lemma = chunk.head.lemma;
    if (!RAISING.has(lemma) && reportingVerb(lemma)?.speech !== true) return null;
    const subject = subjectBefore(chunks, at);
    if (subject === undefined || subject.first < first) return null;
    const { agent } = speakers.of(subject, NOBODY);
    return agent?.name === speaker.agent?.name ? null : agent;
  }
  return null;
}
