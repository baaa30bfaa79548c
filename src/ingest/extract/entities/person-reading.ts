import { knownPlace } from "../lexicon/gazetteer.ts";
import { givenNameGender } from "../lexicon/given-names.ts";
import { NAME_SUFFIXES } from "../lexicon/name-particles.ts";
import { nameStart } from "./name-parts.ts";
import { shapePoints } from "./name-shape.ts";
import { nameKey } from "./person.ts";
import { contextPoints, titlePoints } from "./person-evidence.ts";
import type { Run } from "./runs.ts";
import { type TitlePhrase, titleBefore } from "./title-phrase.ts";
import { isRoleWord } from "./word-kinds.ts";
import type { Stream, Word } from "./words.ts";

/** A run read as the name of a person: where it stands, and what speaks for it. */
export interface NameReading {
  readonly stream: Stream;
  readonly from: number;
  readonly to: number;
  /** Its words, without brackets that an editor set. */
  readonly name: readonly Word[];
  /** The same for comparing. */
  readonly key: string;
  readonly title: TitlePhrase | null;
  /** Points for a person; see {@link PERSON_POINTS}. */
  readonly points: number;
  /** Points of context and title alone. */
  readonly contextPoints: number;
}

/** No name of a person has more words. */
const LONGEST_NAME = 8;

/** Reads a run as a person's name; null where titles leave none. */
export function readName(run: Run): NameReading | null {
  const { stream } = run;
  const { words } = stream;
  const from = nameStart(run);
  if (from === null) return null;
  const to = withSuffix(words, run.to);
  const name = nameWords(words, from, to);
  if (name.length === 0 || name.length > LONGEST_NAME) return null;
  const written = name.map(({ text }) => text).join(" ");
  const title = titleBefore(words, from);
  const comma = words[from - 1]?.text === ",";
  const context = contextPoints(words, from, to) + titlePoints(title, comma, mayBeBody(name));
  const aloneRole =
    name.length === 1 &&
    name[0] !== undefined &&
    isRoleWord(name[0]) &&
    givenNameGender(name[0].text) === undefined;
  return {
    stream,
    from,
    to,
    name,
    key: nameKey(written),
    title,
    points: aloneRole ? -9 : shapePoints(name, written) + context,
    contextPoints: context,
  };
}

/** A single word, or one that ends in a place as clubs’ names do. */
function mayBeBody(name: readonly Word[]): boolean {
  const [first] = name;
  const last = name.at(-1);
  if (name.length === 1 || first === undefined || last === undefined) return true;
  return givenNameGender(first.text) === undefined && knownPlace(last.text) !== undefined;
}

/** The words of a name, without brackets that an editor set. */
export function nameWords(words: readonly Word[], from: number, to: number): Word[] {
  return words.slice(from, to).filter(({ text }) => text !== "[" && text !== "]");
}

/** “Martin Luther King, Jr.” */
function withSuffix(words: readonly Word[], to: number): number {
  const suffix = words[to + 1];
  if (words[to]?.text !== "," || suffix === undefined) return to;
  return suffix.capital && NAME_SUFFIXES.has(suffix.lower.replace(/\.$/, "")) ? to + 2 : to;
}
