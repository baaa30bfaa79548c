import type { Day } from "../domain/day.ts";
import type { EventResult } from "./entry.tsx";
import { Sides, Sources } from "./evidence.tsx";
import { anchorOf, linkTo } from "./links.ts";

interface Props {
  readonly event: Pick<EventResult, "slug" | "disputed" | "evidence">;
  readonly asOf: Day | null;
}

/**
 * What an event rests on. Where somebody says that there is no such event, both sides are shown; where the step that it
 * stands at is disputed, the way to that step, unless the step is on the same page.
 */
export function EventEvidence({ event, asOf, withSteps = false }: Props & { readonly withSteps?: boolean }) {
  const { slug, disputed, evidence } = event;
  const own = evidence.filter(({ subject }) => subject.__typename === "Event");
  if (own.some(({ stance }) => stance === "DISPUTES")) {
    const rest = evidence.filter(({ subject }) => subject.__typename !== "Event");
    return (
      <>
        <Sides evidence={own} status={null} asOf={asOf} />
        <Sources evidence={rest} asOf={asOf} />
      </>
    );
  }
  const step = evidence
    .flatMap(({ stance, subject }) =>
      stance === "DISPUTES" && subject.__typename === "StatusChange" ? [subject.id] : [],
    )
    .at(-1);
  return (
    <>
      {disputed && step !== undefined && !withSteps && (
        <p>
          Accounts differ: <a href={`${linkTo.event(slug, asOf)}#${anchorOf(step)}`}>both sides</a>.
        </p>
      )}
      <Sources evidence={evidence} asOf={asOf} />
    </>
  );
}
