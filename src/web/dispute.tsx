import type { ResultOf } from "gql.tada";
import type { Day } from "../domain/day.ts";
import { Sides, Sources } from "./evidence.tsx";
import type { Happened } from "./fragments.ts";
import { anchorOf, linkTo } from "./links.ts";

interface Props {
  readonly event: Pick<ResultOf<typeof Happened>, "slug" | "disputing" | "evidence">;
  readonly asOf: Day | null;
  /** Whether the steps of the event stand on the same page, with both sides of each that is disputed. */
  readonly withSteps?: boolean;
}

/**
 * What an event rests on. Where somebody says that there is no such event, both sides are shown; where the step that it
 * stands at is disputed, the way to that step.
 */
export function EventEvidence({ event: { slug, disputing, evidence }, asOf, withSteps = false }: Props) {
  const against = disputing.filter(({ subject }) => subject.__typename === "Event");
  if (against.length > 0)
    return <Sides supporting={evidence} disputing={against} status={null} asOf={asOf} />;
  const [step] = disputing.flatMap(({ subject }) =>
    subject.__typename === "StatusChange" ? [subject.id] : [],
  );
  return (
    <>
      {step !== undefined && !withSteps && (
        <p>
          Accounts differ: <a href={`${linkTo.event(slug, asOf)}#${anchorOf(step)}`}>both sides</a>.
        </p>
      )}
      <Sources evidence={evidence} asOf={asOf} />
    </>
  );
}
