import type { Ask } from "../ask.ts";
import { linkTo, onTheWeb } from "../links.ts";
import { AboutDraft } from "./about-draft.tsx";
import { AddForm } from "./add-form.tsx";
import { DraftList } from "./draft-list.tsx";
import { DraftPanel } from "./draft-panel.tsx";
import type { DeskArticleResult } from "./draft-query.ts";
import { DeskPage, type Seat } from "./layout.tsx";
import { deskLink, type ReviewPlace } from "./links.ts";
import { MarkedText } from "./marked-text.tsx";
import { matchesOf } from "./matches.ts";
import { Progress } from "./progress.tsx";
import { type Review, reviewOf } from "./review-state.ts";
import { TopicLinks } from "./topic-links.tsx";
import { type Typed, typedIn } from "./typed.ts";
import { STATE_WORDS } from "./words.ts";

/** The review of one article: its text with what was drafted marked, and the draft that is looked at beside it. */
export async function reviewPage(
  ask: Ask,
  article: DeskArticleResult,
  seat: Seat,
  { place, typed }: { readonly place: ReviewPlace; readonly typed: Typed | null },
) {
  const review = reviewOf(article, place);
  const matches = review.current && (await matchesOf(ask, review.current));
  return (
    <DeskPage title={`Review: ${article.headline}`} seat={seat}>
      <div class="review">
        <header>
          <p class="kicker">
            <a href="/desk">Desk</a>
            <TopicLinks topics={article.topics} />
          </p>
          <h1 dir="auto" lang={article.language ?? undefined}>
            {article.headline}
          </h1>
          <Origin article={article} />
        </header>
        <div class="aside">
          <Progress decided={review.decided} all={review.all.length} />
          {typed !== null && (
            <p class="problem" role="alert" id="problem">
              {typed.problem.message}
            </p>
          )}
          {typed === null && <Done seat={seat} review={review} />}
          {review.all.length > 0 && review.decided === review.all.length && <AllDone article={article} />}
          {review.current === null || matches === null ? (
            <p class="banner">Nothing was drafted of this article.</p>
          ) : (
            <DraftPanel
              seat={seat}
              review={review}
              draft={review.current}
              matches={matches}
              typed={typedIn(typed, "edit")}
            />
          )}
          <AddForm seat={seat} article={article} typed={typedIn(typed, "add")} />
          {review.all.length > 0 && <DraftList review={review} />}
        </div>
        <MarkedText article={article} review={review} />
      </div>
    </DeskPage>
  );
}

function Origin({ article }: { readonly article: DeskArticleResult }) {
  const url = onTheWeb(article.url);
  return (
    <p class="meta">
      <bdi>{article.source?.name ?? "An unnamed source"}</bdi>
      {article.when && (
        <>
          {", "}
          <time datetime={article.when.edtf}>{article.when.display}</time>
        </>
      )}
      {" · "}
      <a href={linkTo.article(article.slug, null)}>its page</a>
      {url !== null && (
        <>
          {" · "}
          <a href={url} rel="noopener">
            the original
          </a>
        </>
      )}
    </p>
  );
}

/** What was decided last, and how to take it back. */
function Done({ seat, review }: { readonly seat: Seat; readonly review: Review }) {
  const { done } = review;
  if (done === null) return <p class="done" role="status" />;
  return (
    <form method="post" action={deskLink.decide(review.slug)} class="done" data-swap>
      <AboutDraft seat={seat} review={review} draft={done} />
      <p role="status">
        {STATE_WORDS[done.state]}: <q dir="auto">{done.title}</q>
      </p>
      {done.id !== review.current?.id && (
        <button type="submit" name="action" value="undo" class="plain" data-key="u" aria-keyshortcuts="u">
          Undo <kbd>u</kbd>
        </button>
      )}
    </form>
  );
}

function AllDone({ article }: { readonly article: DeskArticleResult }) {
  const [topic] = article.topics;
  return (
    <p class="banner">
      All is decided.{" "}
      {topic && (
        <>
          See it on <a href={linkTo.topic(topic.slug, null)}>{topic.title}</a>, or go{" "}
        </>
      )}
      {!topic && "Go "}
      <a href="/desk">back to the queue</a>.
    </p>
  );
}
