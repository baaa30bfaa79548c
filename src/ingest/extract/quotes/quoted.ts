import type { QuoteDraft } from "../../../domain/draft.ts";
import type { Span } from "../../../domain/span.ts";
import type { AnnotatedText } from "../annotated-text.ts";
import { isRoleNoun } from "../lexicon/role-nouns.ts";
import { IMPERSONAL } from "../lexicon/speaker-nouns.ts";
import { type Attribution, type AttributionRule, attribute } from "./attribution.ts";
import { CONFIDENCE } from "./confidence.ts";
import { hasFullClause } from "./full-clause.ts";
import type { NounPhrase } from "./noun-phrase.ts";
import type { ReadText } from "./read-text.ts";
import { sentenceSubject } from "./reports.ts";
import type { SaidTimes } from "./said-times.ts";
import { NOBODY, type Speaker } from "./speaker.ts";
import type { Speakers } from "./speakers.ts";

type QuotedRule =
  | AttributionRule
  | "cue-next-sentence"
  | "continued-quotation"
  | "same-speaker"
  | "previous-subject"
  | "floating"
  | "no-speaker";

interface Attributed {
  readonly rule: QuotedRule;
  readonly speaker: Speaker;
  readonly cue: Span | null;
  readonly said: string | null;
}

/** Drafts of the quotations that somebody is quoted with, in order. */
export function quotedDrafts(
  text: AnnotatedText,
  read: ReadText,
  speakers: Speakers,
  times: SaidTimes,
): QuoteDraft[] {
  const drafts: QuoteDraft[] = [];
  let last: (Attributed & { readonly paragraph: number; readonly sentence: number }) | undefined;
  read.sentences.forEach((sentence, index) => {
    if (!sentence.hasQuotation) return;
    const paragraph = sentence.frame.sentence.paragraph;
    sentence.chunks.forEach((chunk, at) => {
      const position = chunk.kind === "QUOTE" ? chunk.head.quotation : null;
      const quotation = position === null ? undefined : text.quotations[position];
      if (quotation === undefined) return;
      const found = quotation.continues && last !== undefined ? continued(last) : inSentence(at);
      last = { ...(found ?? alone(at)), paragraph, sentence: index };
      const { rule, speaker, cue, said } = last;
      drafts.push({
        kind: hasFullClause(quotation.tokens) ? "DIRECT" : "PARTIAL",
        passage: { start: quotation.start, end: quotation.end },
        speaker: speaker.agent,
        speakerKind: speaker.kind,
        speakerAsWritten: speaker.asWritten,
        speakerFor: speaker.speaksFor,
        cue: cue === null ? null : text.text.slice(cue.start, cue.end),
        relays: null,
        said,
        about: [],
        rule,
        confidence: round((CONFIDENCE[rule] ?? 0.5) * speaker.sure),
      });
    });

    function inSentence(at: number): Attributed | undefined {
      const found = attribute(sentence, at, speakers);
      if (found?.subject === undefined) return undefined;
      const speaker = sameRole(found, speakers.of(found.subject, last?.speaker, speaksOn(found, at)));
      const said = times.of(sentence, at, found.report);
      return { rule: found.rule, speaker, cue: found.cue, said };
    }

    /** “The mother of three added”: whoever spoke last, by what she is. */
    function sameRole({ cue, subject }: Attribution, speaker: Speaker): Speaker {
      const adds = cue !== null && /^(?:add|continu)/i.test(text.text.slice(cue.start, cue.end));
      const role = speaker.kind === "UNNAMED" && subject?.tokens[0]?.lower === "the" && isOnePerson(subject);
      const near = last !== undefined && index - last.sentence <= 2 && last.speaker.agent?.type === "PERSON";
      if (last === undefined || !adds || !role || !near) return speaker;
      return { ...last.speaker, asWritten: speaker.asWritten, sure: 0.8 };
    }

    /** Whether a pronoun beside this quotation is likely to stand for who spoke last. */
    function speaksOn({ cue, subject }: Attribution, at: number): boolean {
      if (last === undefined) return false;
      const since = index - last.sentence;
      const impersonal = IMPERSONAL.has(subject?.tokens[0]?.lower ?? "");
      if (since === 0 || (impersonal && since === 1)) return true;
      const word = cue === null ? "" : text.text.slice(cue.start, cue.end);
      if (since <= 2 && /^(?:add|continu)/i.test(word)) return true;
      return since === 1 && at === 0 && paragraph > last.paragraph;
    }

    function alone(at: number): Attributed {
      const ownSentence = sentence.chunks.every(({ kind }) => kind === "QUOTE" || kind === "STOP");
      const next = ownSentence ? read.sentences[index + 1] : undefined;
      const report = next?.frame.sentence.paragraph === paragraph ? next.attributionAlone : undefined;
      if (next !== undefined && report?.subject !== undefined) {
        const speaker = speakers.of(report.subject, last?.speaker);
        return { rule: "cue-next-sentence", speaker, cue: report.cue, said: null };
      }
      const near = last !== undefined && last.paragraph === paragraph && index - last.sentence <= 1;
      if (last !== undefined && near) return { ...last, rule: "same-speaker" };
      const previous = read.sentences[index - 1];
      if (ownSentence && previous?.frame.sentence.paragraph === paragraph) {
        const subject = sentenceSubject(previous.chunks);
        if (subject !== undefined && speakers.canSpeak(subject)) {
          return {
            rule: "previous-subject",
            speaker: speakers.of(subject, last?.speaker),
            cue: null,
            said: null,
          };
        }
      }
      if (last !== undefined && ownSentence && at === 0 && paragraph - last.paragraph <= 1) {
        return { ...last, rule: "floating" };
      }
      return { rule: "no-speaker", speaker: NOBODY, cue: null, said: null };
    }
  });
  return drafts;
}

function isOnePerson({ tokens }: NounPhrase): boolean {
  return tokens.some(({ lower, pos }) => pos === "NOUN" && isRoleNoun(lower));
}

function continued(last: Attributed): Attributed {
  return { ...last, rule: "continued-quotation" };
}

/** To two digits. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
