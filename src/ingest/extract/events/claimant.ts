import type { AgentName } from "../../../domain/draft.ts";
import { reportingVerb } from "../lexicon/reporting-verbs.ts";
import type { Mention } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";
import { phraseBefore, phraseEnd, phraseStart } from "./phrases.ts";

export interface Claim {
  readonly by: readonly AgentName[];
  /** As the text writes them, where it gives no name. */
  readonly asWritten: string | null;
}

const NOBODY: Claim = { by: [], asWritten: null };

/** Who says that an event is so: “police said …”, “according to the ministry”; nobody where the text says it itself. */
export function claimOf(mention: Mention, text: string, names: NameIndex): Claim {
  const { scene, at, group } = mention;
  const { tokens, groups } = scene.parsed;
  const said = groups.find(
    ({ finite, lemma, head, negated }) =>
      finite &&
      !negated &&
      head !== group?.head &&
      reportingVerb(lemma)?.speech === true &&
      !reportingVerb(lemma)?.besideWordsOnly,
  );
  if (
    said !== undefined &&
    (said.last < mention.first ||
      tokens[said.first - 2]?.text === "," ||
      tokens[said.first - 3]?.text === ",")
  ) {
    const end = phraseBefore(tokens, said.first);
    if (end !== undefined && !(at < said.first && end >= mention.first && mention.last >= end))
      return named(mention, phraseStart(tokens, end), end, text, names);
  }
  const according = tokens.findIndex(
    ({ lower }, position) => lower === "according" && tokens[position + 1]?.lower === "to",
  );
  const end = according < 0 ? undefined : phraseEnd(tokens, according + 2);
  return end === undefined ? NOBODY : named(mention, according + 2, end, text, names);
}

function named({ scene }: Mention, first: number, last: number, text: string, names: NameIndex): Claim {
  const { tokens } = scene.parsed;
  const [from, to] = [tokens[first], tokens[last]];
  if (from === undefined || to === undefined) return NOBODY;
  const agents = names({ start: from.start, end: to.end }).filter(({ entity }) => entity.kind !== "PLACE");
  const by = [...new Map(agents.map(({ entity }) => [entity.name, entity])).values()].flatMap(
    ({ kind, name }): AgentName[] => (kind === "PLACE" ? [] : [{ type: kind, name }]),
  );
  return by.length > 0 ? { by, asWritten: null } : { by, asWritten: text.slice(from.start, to.end) };
}
