import type { Span } from "../../../domain/span.ts";
import type { Token } from "../annotated-text.ts";
import type { Entity } from "../entity.ts";
import type { Scene } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";

/** Words that mean several together: how many, and people or bodies; either for “they”. */
interface Several {
  readonly at: number;
  readonly count: number;
  readonly kinds: readonly Entity["kind"][];
}

const PEOPLE = new Set(
  `leader president minister politician candidate rival player star actor official counterpart premier chancellor diplomat
  negotiator man woman brother sister friend singer author scientist astronaut boxer driver runner lawyer lawmaker senator
  governor mayor king founder executive`.split(/\s+/),
);
const BODIES = new Set(
  `side country nation government party company firm team club bank state delegation army group union organization
  organisation carrier carmaker airline rival neighbor neighbour`.split(/\s+/),
);
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["two", 2],
  ["both", 2],
  ["three", 3],
  ["four", 4],
]);

/** So many sentences back those are looked for whom such words mean. */
const REACH = 3;

/**
 * Whom “they”, “the two leaders” or “both sides” mean within a stretch of a sentence: those whom the nearest words before
 * name, where they name as many of the kind; nobody where they name more, for then it is not told.
 */
export function thoseMeant(scene: Scene, stage: Span, names: NameIndex): readonly Entity[] {
  const { tokens } = scene.parsed;
  const several = severalIn(tokens, stage);
  if (several === null) return [];
  const { start } = scene.sentence;
  const spans: Span[] = [{ start, end: tokens[several.at]?.start ?? start }];
  for (let before = scene.before; before !== null && spans.length <= REACH; before = before.before)
    spans.push(before.sentence);
  for (const span of spans) {
    for (const kind of several.kinds) {
      const found = new Set(names(span).flatMap(({ entity }) => (entity.kind === kind ? [entity] : [])));
      if (found.size === several.count) return [...found];
      if (found.size > several.count) return [];
    }
  }
  return [];
}

function severalIn(tokens: readonly Token[], { start, end }: Span): Several | null {
  for (const [at, token] of tokens.entries()) {
    if (token.start < start || token.end > end || token.quotation !== null) continue;
    if (token.lower === "they") return { at, count: 2, kinds: ["PERSON", "ORGANIZATION"] };
    if (/^(?:pair|duo)$/.test(token.lower) && tokens[at - 1]?.lower === "the")
      return { at, count: 2, kinds: ["PERSON"] };
    const count = NUMBERS.get(token.lower);
    if (count === undefined || !(token.lower === "both" || tokens[at - 1]?.lower === "the")) continue;
    const noun = tokens.slice(at + 1, at + 4).find(({ pos }) => pos === "NOUN");
    if (noun === undefined) continue;
    const kinds = [
      ...(PEOPLE.has(noun.lemma) ? (["PERSON"] as const) : []),
      ...(BODIES.has(noun.lemma) ? (["ORGANIZATION"] as const) : []),
    ];
    if (kinds.length > 0) return { at, count, kinds };
  }
  return null;
}
