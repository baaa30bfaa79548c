import type { Child } from "hono/jsx";
import { markedParts } from "../marks.ts";
import type { DeskArticleResult, DraftResult } from "./draft-query.ts";
import type { Review } from "./review-state.ts";
import { KIND_WORDS, STATE_WORDS } from "./words.ts";

/** The text of an article, line by line, with every drafted passage marked; each mark leads to its draft. */
export function MarkedText({
  article,
  review,
}: {
  readonly article: DeskArticleResult;
  readonly review: Review;
}) {
  const { wholeBody, language } = article;
  if (wholeBody === null)
    return <p class="banner">Its text is not on record: nothing can be marked in it.</p>;
  const drafts = review.all.filter((draft) => draft.part === "BODY");
  let letters = 0;
  let isPlaced = false;
  const paragraphs: { readonly content: Child[]; start: number }[] = [{ content: [], start: 0 }];
  for (const { text, of } of markedParts(wholeBody, drafts)) {
    // Of several passages the shortest is meant: what is around it has words of its own.
    const inside = of.flatMap((at) => drafts[at] ?? []).sort((a, b) => a.end - a.start - (b.end - b.start));
    const current = inside.find((draft) => draft.id === review.current?.id);
    const shown = current ?? inside.find((draft) => draft.state === "OPEN") ?? inside[0];
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) {
        letters += 1;
        paragraphs.push({ content: [], start: letters });
      }
      if (line !== "") {
        const here: boolean = current !== undefined && !isPlaced;
        isPlaced ||= here;
        paragraphs.at(-1)?.content.push(
          shown === undefined ? (
            line
          ) : (
            <Mark draft={shown} current={current !== undefined} here={here} review={review}>
              {line}
            </Mark>
          ),
        );
      }
      letters += [...line].length;
    }
  }
  return (
    <div class="body" dir="auto" lang={language ?? undefined} id="text">
      {paragraphs
        .filter(({ content }) => content.length > 0)
        .map(({ content, start }) => (
          <p dir="auto" data-start={start}>
            {content}
          </p>
        ))}
    </div>
  );
}

function Mark({
  draft,
  current,
  here,
  review,
  children,
}: {
  readonly draft: DraftResult;
  readonly current: boolean;
  readonly here: boolean;
  readonly review: Review;
  readonly children: Child;
}) {
  const what = `${KIND_WORDS[draft.draftKind]}, ${STATE_WORDS[draft.state].toLowerCase()}`;
  return (
    <a
      class={`passage-of ${draft.state.toLowerCase()}`}
      id={here ? "here" : undefined}
      href={review.linkTo(draft)}
      title={what}
      aria-current={current ? "true" : undefined}
      data-swap
    >
      {children}
    </a>
  );
}
