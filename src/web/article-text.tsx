import type { Child } from "hono/jsx";
import type { MarkedPassage } from "./article-passages.ts";
import { markedParts } from "./marks.ts";

/** A text, line by line, with its passages marked; where a passage ends stands its number, which leads to what rests on it. */
export function ArticleText({
  body,
  language,
  passages,
}: {
  readonly body: string;
  readonly language: string | null;
  readonly passages: readonly MarkedPassage[];
}) {
  // Numbers count all passages, those of the headline too.
  const marked = passages.map((passage, index) => ({ ...passage, number: index + 1 }));
  const inBody = marked.filter(({ part }) => part === "BODY");
  const paragraphs: Child[][] = [[]];
  for (const { text, of, ending } of markedParts(body, inBody)) {
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) paragraphs.push([]);
      const content =
        of.length === 0 ? line : <mark class={of.length > 1 ? "overlap" : undefined}>{line}</mark>;
      if (line !== "") paragraphs.at(-1)?.push(content);
    }
    const numbers = ending.flatMap((at) => inBody[at] ?? []);
    paragraphs
      .at(-1)
      ?.push(...numbers.map(({ anchor, number }) => <PassageNumber anchor={anchor} number={number} />));
  }
  return (
    <div class="body" dir="auto" lang={language ?? undefined}>
      {paragraphs
        .filter((paragraph) => paragraph.length > 0)
        .map((paragraph) => (
          <p dir="auto">{paragraph}</p>
        ))}
    </div>
  );
}

function PassageNumber({ anchor, number }: { readonly anchor: string; readonly number: number }) {
  return (
    <sup id={anchor}>
      <a href={`#facts-${number}`} aria-label={`What rests on passage ${number}`}>
        {number}
      </a>
    </sup>
  );
}
