import type { AnnotatedText } from "../annotated-text.ts";
import type { SentenceParser } from "../clauses/orientation.ts";
import type { TimeExpression } from "../time-expression.ts";
import type { Scene } from "./mention.ts";

/** More words than any sentence has: what has more is a table or no text at all, and would take long. */
const LONGEST = 500;

/** The sentences of headline and body, each with its verbs, clauses and times. */
export function findScenes(
  text: AnnotatedText,
  times: readonly TimeExpression[],
  parse: SentenceParser,
): Scene[] {
  const scenes: Scene[] = [];
  let next = 0;
  let depth = 0;
  let paragraph = -1;
  for (const sentence of text.sentences) {
    const inside: TimeExpression[] = [];
    for (let time = times[next]; time !== undefined && time.start < sentence.end; time = times[++next]) {
      if (time.start >= sentence.start) inside.push(time);
    }
    const kind = text.paragraphs[sentence.paragraph]?.kind ?? "BODY";
    if (kind === "DATELINE" || sentence.tokens.length > LONGEST) continue;
    const headline = kind === "HEADLINE";
    const opens = sentence.paragraph !== paragraph;
    const goesOn = text.sentences[sentence.index + 1]?.paragraph === sentence.paragraph;
    scenes.push({
      sentence,
      parsed: parse(sentence, headline),
      times: inside,
      headline,
      depth,
      standing: opens ? (goesOn ? "FIRST" : "ALONE") : "LATER",
      before: scenes.at(-1) ?? null,
    });
    paragraph = sentence.paragraph;
    if (!headline) depth++;
  }
  return scenes;
}
