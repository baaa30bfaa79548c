import type { VerbGroup } from "../clauses/verb-groups.ts";
import type { Mention } from "./mention.ts";
import { isTimeAt } from "./title-words.ts";

/** So many UTF-16 units of what was announced are told. */
const LONGEST_ANNOUNCED = 60;

/** “it has settled the dispute” of what “announced on Monday that it has settled the dispute”; else nothing. */
export function announced(
  { lemma, scene, last }: Mention,
  { head, passive }: VerbGroup,
  text: string,
): string {
  const { tokens, clauses, groups } = scene.parsed;
  if (passive || !/^(?:announce|reveal|disclose|confirm)$/.test(lemma)) return "";
  let first = (isTimeAt(scene, head + 1) ? head : Math.max(head, last)) + 1;
  while (isTimeAt(scene, first) || /^(?:on|in|at)$/.test(tokens[first]?.lower ?? "")) first++;
  const that = tokens.slice(first, first + 10).findIndex(({ lower }) => lower === "that");
  if (that >= 0) first += that + 1;
  const verb = groups.find((group) => group.finite && group.first >= first);
  const from = tokens[first];
  if (verb === undefined || from === undefined || verb.first - first > 8 || /^[,.;]$/.test(from.text))
    return "";
  const end = tokens[clauses.lastIndexOf(clauses[verb.head] ?? 0)];
  const words = text.slice(from.start, end?.end ?? from.end).replace(/[.,;:]$/, "");
  if (words.length <= LONGEST_ANNOUNCED) return words;
  return `${words
    .slice(0, LONGEST_ANNOUNCED)
    .replace(/\s+\S*$/, "")
    .replace(DANGLING, "")}…`;
}

/** Small words at the end of what was cut off. */
const DANGLING = /(?:\s+(?:of|for|in|on|at|to|by|with|from|and|or|the|an?|its|his|her|their|that))+$/;
