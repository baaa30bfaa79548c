import { reportingVerb } from "../lexicon/reporting-verbs.ts";
import type { Mention } from "./mention.ts";
import type { Story } from "./merge.ts";
import { phraseStart } from "./phrases.ts";

/** What makes an event one that a reader would put on a timeline; each from 0 to about 3. */
export type Features = Readonly<Record<FeatureName, number>>;

export const FEATURE_NAMES = [
  "weight",
  "unlisted",
  "dayTold",
  "periodTold",
  "inHeadline",
  "inLead",
  "early",
  "repeated",
  "loneNoun",
  "bare",
  "infinitive",
  "present",
  "unreal",
  "planned",
  "carriedByVerb",
  "hasObject",
  "consequence",
  "manyWords",
  "opensParagraph",
  "firstVerb",
  "unlistedTimeless",
  "timelessVerb",
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** Where every sentence is a paragraph of its own, none tells by that what is new. */
const OPENING = { FIRST: 1, ALONE: 0.5, LATER: 0 } as const;

/** The features of an event, from all of its mentions. */
export function featuresOf(story: Story): Features {
  const { mentions } = story;
  const some = (holds: (mention: Mention) => boolean) => (mentions.some(holds) ? 1 : 0);
  const every = (holds: (mention: Mention) => boolean) => (mentions.every(holds) ? 1 : 0);
  const body = mentions.filter(({ scene }) => !scene.headline);
  const depth = Math.min(...body.map(({ scene }) => scene.depth), 99);
  return {
    weight: Math.max(...mentions.map(({ concept }) => concept?.weight ?? 0)),
    unlisted: every(({ concept }) => concept === null),
    dayTold: some(({ time }) => /\d{4}-\d\d-\d\d/.test(time?.date ?? "")),
    periodTold: some(({ time }) => time !== null && !/\d{4}-\d\d-\d\d/.test(time.date ?? "")),
    inHeadline: some(({ scene }) => scene.headline),
    inLead: depth === 0 ? 1 : 0,
    early: depth > 0 && depth < 4 ? 1 : 0,
    repeated: Math.min(3, body.length - 1),
    loneNoun: every(({ form, part, time }) => form === "NOUN" && part === "OTHER" && time === null),
    bare: every(isBare),
    infinitive: every(({ form, group }) => form === "VERB" && group !== null && group.infinitive),
    present: every(
      ({ form, group, scene }) => form === "VERB" && !scene.headline && group !== null && isPresent(group),
    ),
    unreal: every(({ status }) => status === "POSSIBLE"),
    planned: some(({ status }) => /^(?:SCHEDULED|RESCHEDULED|POSTPONED|CANCELLED)$/.test(status)),
    carriedByVerb: some(({ form, part, first, at }) => form === "NOUN" && part === "OBJECT" && first < at),
    consequence: every(({ concept }) =>
      /^(?:injury|killing|destruction|price|condemnation|demand|order|threat)$/.test(concept?.name ?? ""),
    ),
    manyWords: Math.min(3, Math.max(...mentions.map(({ last, first }) => last - first)) / 3),
    opensParagraph: Math.max(...mentions.map(({ scene }) => (scene.headline ? 0 : OPENING[scene.standing]))),
    firstVerb: some(isFirstVerb),
    unlistedTimeless: every(({ concept, time }) => concept === null && time === null),
    timelessVerb: every(({ form, time }) => form === "VERB" && time === null),
    hasObject: some(({ form, last, at }) => form === "VERB" && last > at),
  };
}

/** Whether a verb is in the plain present: “meets”. */
export const isPresent = ({
  finite,
  past,
  perfect,
  modal,
  progressive,
  form,
}: NonNullable<Mention["group"]>) =>
  finite && !past && !perfect && modal === null && !progressive && (form === "BASE" || form === "THIRD");

/** Whether the first verb of a sentence that does not only report tells of it. */
function isFirstVerb({ group, scene, part }: Mention): boolean {
  const first = scene.parsed.groups.find(
    ({ finite, lemma }) => finite && reportingVerb(lemma)?.plain !== true,
  );
  return group !== null && group === first && part !== "OTHER" && !scene.headline;
}

/** A plural, or a noun without article and name: “attacks”, “flooding”. */
function isBare({ form, scene, at, first }: Mention): boolean {
  if (form === "VERB") return false;
  const { tokens } = scene.parsed;
  const start = phraseStart(tokens, at);
  if (first < start) return false;
  const before = tokens[start - 1];
  const hasArticle =
    before !== undefined &&
    (before.pos === "DET" || /^(?:['’]s?|his|her|its|their|our|this|that)$/.test(before.lower));
  return !hasArticle && !tokens.slice(start, at).some(({ pos }) => pos === "PROPN" || pos === "NUM");
}
