import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { Outcome, quoteInMenu, Undoable } from "./correct-parts.tsx";
import { DeskPage, type Seat } from "./layout.tsx";
import { FACT_WORDS } from "./words.ts";

const DeskWithdrawn = document(`
  query DeskWithdrawn {
    corrections(first: 100) { id kind subject reason day withdrawnBy }
  }
`);

/** The page on which an editor sees what was withdrawn, and lets it hold again. */
export async function withdrawnPage(ask: Ask, seat: Seat, { done }: { readonly done: boolean }) {
  const { corrections } = await ask(DeskWithdrawn, {});
  return (
    <DeskPage title="What was withdrawn" seat={seat}>
      <h1>What was withdrawn</h1>
      <Outcome typed={null} done={done} />
      {corrections.length === 0 && <p class="banner">Nothing is withdrawn.</p>}
      <ul class="undoable">
        {corrections.map(({ id, kind, subject, reason, day, withdrawnBy }) => (
          <li>
            <Undoable
              seat={seat}
              back="/desk/withdrawn"
              action="lift"
              name="correction"
              id={id}
              button="Let it hold again"
            >
              {FACT_WORDS[kind]}
              {subject !== null && (
                <>
                  {" "}
                  <bdi>{quoteInMenu(subject)}</bdi>
                </>
              )}
              : <span dir="auto">{reason}</span>{" "}
              <span class="meta">
                {day}
                {withdrawnBy !== null && `, ${withdrawnBy}`}
              </span>
            </Undoable>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
