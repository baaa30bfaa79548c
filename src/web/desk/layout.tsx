import type { Child } from "hono/jsx";
import { STYLES } from "../layout.tsx";
import { DeskKeys } from "./desk-keys.tsx";
import { FORM_TOKEN } from "./session.ts";

/** The style sheets of the desk, after those of all pages. */
export const DESK_STYLES = ["desk.css", "desk-review.css"] as const;

/** Who sits at the desk, and what their forms carry. */
export interface Seat {
  readonly name: string;
  readonly formToken: string;
  /** Whether they may do what the desk is for; if not, all they can do here is leave. */
  readonly mayEdit: boolean;
}

/** What every page of the desk has. */
export interface DeskPageProps {
  readonly title: string;
  /** Null for those who are not signed in. */
  readonly seat: Seat | null;
  readonly children: Child;
}

/** A page of the desk: what is around its content. */
export function DeskPage({ title, seat, children }: DeskPageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Dateline`}</title>
        <link rel="icon" href="data:," />
        {[...STYLES, ...DESK_STYLES].map((name) => (
          <link rel="stylesheet" href={`/assets/${name}`} />
        ))}
        <script type="module" src="/assets/desk.js" />
      </head>
      <body class="at-desk">
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="bar">
          <a class="name" href="/">
            Dateline
          </a>
          <nav aria-label="Desk">
            {seat?.mayEdit && (
              <>
                <a href="/desk">Queue</a>
                <a href="/desk/new">Paste an article</a>
              </>
            )}
            <a href="/">Topics</a>
          </nav>
          {seat !== null && (
            <form method="post" action="/desk/sign-out" class="leave">
              <FormToken seat={seat} />
              <span>
                <bdi>{seat.name}</bdi>
              </span>
              <button type="submit" class="plain">
                Sign out
              </button>
            </form>
          )}
        </header>
        <main id="main">{children}</main>
        <footer class="foot">
          <p>What is accepted is on record at once, with your name in the log.</p>
          <DeskKeys />
        </footer>
      </body>
    </html>
  );
}

/** What a form carries so that no other site can send it. */
export function FormToken({ seat }: { readonly seat: Seat }) {
  return <input type="hidden" name={FORM_TOKEN} value={seat.formToken} />;
}
