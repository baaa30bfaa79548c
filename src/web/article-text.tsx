import type { MarkedPassage } from "./article-passages.ts";
import { markedParts } from "./marks.ts";

/** A text with its passages marked; where a passage ends stands its number, which leads to what rests on it. */
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
  return (
    <div class="body" dir="auto" lang={language ?? undefined}>
      {markedParts(body, inBody).map(({ text, of, ending }) =>
        of.length === 0 ? (
          text
        ) : (
          <>
            <mark class={of.length > 1 ? "more" : undefined}>{text}</mark>
            {ending
              .flatMap((at) => inBody[at] ?? [])
              .map(({ anchor, number }) => (
                <sup id={anchor}>
                  <a href={`#facts-${number}`} aria-label={`What rests on passage ${number}`}>
                    {number}
                  </a>
                </sup>
              ))}
          </>
        ),
      )}
    </div>
  );
}
