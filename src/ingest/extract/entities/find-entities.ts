import type { AnnotatedText } from "../annotated-text.ts";
import type { Entity } from "../entity.ts";
import { isEnglishWord } from "../text/tokens.ts";
import { bylineParagraphs } from "./bylines.ts";
import { findPeople, joined } from "./people.ts";
import type { Person } from "./person.ts";
import { findRuns, type Run } from "./runs.ts";
import { streamsOf, type Word } from "./words.ts";

/** The people, organizations and places that a text names, and where; pronouns and role nouns given to those they stand for. */
export function findEntities(text: AnnotatedText): Entity[] {
  const bylines = bylineParagraphs(text);
  const streams = streamsOf(text).filter(({ paragraph }) => !bylines.has(paragraph));
  const english = new Map<string, boolean>();
  const isEnglish = ({ lower }: Word) => {
    const known = english.get(lower) ?? isEnglishWord(lower);
    english.set(lower, known);
    return known;
  };
  const isCommon = (word: Word) => word.pos !== "PROPN" && isEnglish(word);
  const runs = streams.flatMap((stream) => findRuns(stream, isCommon));
  const mayIntroduce = ({ stream }: Run) => text.paragraphs[stream.paragraph]?.kind === "BODY";
  const { people } = findPeople(text, runs, isEnglish, mayIntroduce);
  return people.map(entityOf);
}

function entityOf(person: Person): Entity {
  const name = joined(person.name);
  const mentions = [...person.mentions].sort((one, other) => one.start - other.start);
  return {
    kind: "PERSON",
    name,
    aliases: [...new Set(mentions.map(({ text }) => text))].filter((form) => form !== name),
    gender: person.gender,
    mentions: mentions.map(({ start, end }) => ({ start, end, form: "NAME" })),
    roles: person.roles,
    rule: person.rule,
    confidence: person.points >= 5 ? 0.95 : person.points >= 4 ? 0.9 : 0.75,
  };
}
