import type { AnnotatedText } from "../annotated-text.ts";
import { type FoundMention, pronounAt, type ReadingPlace, resolvePronoun } from "./pronouns.ts";
import type { Referent } from "./referent.ts";
import { mayOpenRole, roleMentionAt } from "./role-mentions.ts";
import { Salience } from "./salience.ts";
import { isSubject } from "./subjects.ts";
import type { Stream, Word } from "./words.ts";

/** Gives pronouns and role nouns to whom they mean, reading the text in order. */
export function resolveMentions(
  text: AnnotatedText,
  streams: readonly Stream[],
  referents: readonly Referent[],
): void {
  const salience = new Salience();
  const names = referents
    .flatMap((referent) => referent.names.map(({ start, end }) => ({ referent, start, end })))
    .sort((one, other) => one.start - other.start);
  const quotationStreams = new Map(
    streams.flatMap((stream) => (stream.quotation === null ? [] : [[stream.quotation, stream]])),
  );
  const quotationAt = new Map(text.quotations.map(({ outer }, index) => [outer.start, index]));
  let next = 0;
  let lastSubject: Referent | null = null;

  const read = (stream: Stream, speaker: Referent | null): void => {
    const { words, sentence, paragraph } = stream;
    const quoted = stream.quotation !== null;
    let subject: Referent | null = null;
    let clauseSubject: Referent | null = null;
    let first = true;
    const takeSubject = (referent: Referent | null): void => {
      clauseSubject = referent;
      subject = referent ?? subject;
      if (first && !quoted) lastSubject = referent;
      first = false;
    };
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (word === undefined) break;
      if (word.pos === "QUOTE") {
        const inner = quotationStreams.get(quotationAt.get(word.start) ?? -1);
        if (inner !== undefined) read(inner, subject);
        continue;
      }
      while ((names[next]?.start ?? Number.POSITIVE_INFINITY) < word.start) next++;
      let to = at;
      for (let name = names[next]; name !== undefined && name.start < word.end; name = names[++next]) {
        to = Math.max(to, at);
        while ((words[to]?.end ?? Number.POSITIVE_INFINITY) < name.end) to++;
        const isIt = isSubject(words, at, to + 1);
        if (isIt) takeSubject(name.referent);
        const owner = words[to]?.possessive ?? false;
        salience.note(name.referent, {
          start: name.start,
          sentence,
          paragraph,
          subject: isIt,
          quoted,
          owner,
        });
      }
      if (to > at) {
        at = to;
        continue;
      }
      const pronoun = pronounAt(words, at);
      if (pronoun === null && !mayOpenRole(word)) {
        if (beginsNothingNamed(words, at)) takeSubject(null);
        continue;
      }
      const place: ReadingPlace = {
        words,
        at,
        sentence,
        paragraph,
        quoted,
        subject,
        clauseSubject,
        lastSubject,
        speaker,
        salience,
      };
      const found: FoundMention | null =
        pronoun !== null
          ? resolvePronoun(pronoun, place, names.slice(next, next + 4))
          : roleMentionAt(place, referents, names[next]);
      if (found === null) {
        if (beginsNothingNamed(words, at)) takeSubject(null);
        continue;
      }
      const isIt = isSubject(words, at, found.to);
      found.referent.others.push({
        start: word.start,
        end: words[found.to - 1]?.end ?? word.end,
        form: found.form,
      });
      if (isIt) takeSubject(found.referent);
      const owner = pronoun?.owner ?? false;
      salience.note(found.referent, { start: word.start, sentence, paragraph, subject: isIt, quoted, owner });
      at = found.to - 1;
    }
  };
  for (const stream of streams) if (stream.quotation === null) read(stream, null);
}

/** Whether a subject stands at a word that means nobody and nothing with a name. */
function beginsNothingNamed(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const noun = word?.pos === "NOUN" || word?.lower === "they" || word?.lower === "it";
  return noun && isSubject(words, at, at + 1);
}
