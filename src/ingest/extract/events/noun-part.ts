import type { VerbGroup } from "../clauses/verb-groups.ts";
import { reportingVerb } from "../lexicon/reporting-verbs.ts";
import type { Scene, Trigger } from "./mention.ts";

/** The verb that a noun phrase is subject or object of, as far as their order tells. */
export function partOf(scene: Scene, first: number, head: number): Pick<Trigger, "group" | "part"> {
  const { tokens, groups } = scene.parsed;
  const governed = groups.findLast(({ last }) => last < first);
  const inRelative =
    governed !== undefined && /^(?:who|which|that)$/.test(tokens[governed.first - 1]?.lower ?? "");
  const before = tokens
    .slice(Math.max(0, first - 3), first)
    .findLast(({ pos }) => !/^(?:DET|ADV|PRON)$/.test(pos));
  const next = groups.find((group) => group.first > head && group.finite && !isRelative(scene, group, head));
  const isSubject = next !== undefined && next.first - head < 30 && before?.pos !== "ADP" && !inRelative;
  const object = governed !== undefined && isObjectOf(scene, governed, first);
  const reports = governed !== undefined && reportingVerb(governed.lemma)?.speech === true;
  if (object && !reports) return { group: governed, part: "OBJECT" };
  if (isSubject && sharesClause(scene, head, next)) return { group: next, part: "SUBJECT" };
  if (object) return { group: governed, part: "OBJECT" };
  return { group: governed ?? next ?? null, part: "OTHER" };
}

/** “the talks, which were due on Monday, …”: a verb of a clause that only says which; after “that” right behind the noun it counts. */
function isRelative({ parsed: { tokens } }: Scene, group: VerbGroup, head: number): boolean {
  const before = tokens[group.first - 1]?.lower ?? "";
  return group.first > head && /^(?:which|who)$/.test(before) && tokens[group.first - 2]?.text === ",";
}

/** Whether nothing but articles, modifiers and particles stands between a verb and a noun phrase. */
function isObjectOf({ parsed: { tokens, clauses } }: Scene, verb: VerbGroup, first: number): boolean {
  if (clauses[verb.last] !== clauses[first]) return false;
  const between = tokens.slice(verb.last + 1, first);
  const plain = between.every(
    ({ pos, lower }) =>
      /^(?:DET|PRON|ADV|ADJ|NUM|PART)$/.test(pos) || PARTICLES.has(lower) || /^['’]s?$/.test(lower),
  );
  return plain || (between.length < 5 && between.every(({ pos }) => !/^(?:ADP|PUNCT|CCONJ)$/.test(pos)));
}

const PARTICLES = new Set("out up off down over for on".split(" "));

/** Whether a verb follows in the clause, or right after “that” or “which”. */
function sharesClause(scene: Scene, head: number, next: VerbGroup): boolean {
  const { clauses, groups, tokens } = scene.parsed;
  if (clauses[head] === clauses[next.first]) {
    return !groups.some((group) => group.finite && group.first > head && group.last < next.first);
  }
  if (tokens[next.first - 1]?.text === ",") {
    return !groups.some(
      (group) => group.finite && group.last < next.first && !isRelative(scene, group, head),
    );
  }
  return /^(?:that|which)$/.test(tokens[head + 1]?.lower ?? "") && next.first - head <= 3;
}
