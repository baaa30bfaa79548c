import type { Day } from "../domain/day.ts";
import type { EntryKind, EventStatus } from "../domain/model.ts";
import { dateInWords } from "./headings.ts";
import type { TimelineParams } from "./params.ts";
import { STATUS_WORDS } from "./words.ts";

/** What there is to choose from, with how many entries each choice leaves. */
export interface Choices {
  readonly people: readonly {
    readonly count: number;
    readonly person: { readonly slug: string; readonly name: string };
  }[];
  readonly kinds: readonly { readonly kind: EntryKind; readonly count: number }[];
  readonly statuses: readonly { readonly status: EventStatus; readonly count: number }[];
  /** Days on which something became known, latest first. */
  readonly days: readonly Day[];
  /** Whether there are earlier ones. */
  readonly moreDays: boolean;
}

const KIND_WORDS: Readonly<Record<EntryKind, string>> = {
  EVENT: "Events",
  STATUS_CHANGE: "Changes",
  QUOTE: "Quotes",
  ARTICLE: "Articles",
};

type Option = readonly [value: string, text: string];

/** The filters as a form whose state is the address. `problem` says what is wrong with the dates in it. */
export function Filters({
  params,
  choices,
  problem,
}: {
  readonly params: TimelineParams;
  readonly choices: Choices;
  readonly problem: string | null;
}) {
  const { person, kinds, status, from, to, order, asOf, asOfProblem, since } = params;
  const rangeProblem = asOfProblem === null ? problem : null;
  const { people, days, moreDays } = choices;
  return (
    <form method="get" class="filters" aria-label="Narrow the timeline">
      <label class="known">
        As known on{" "}
        <select name="asOf">
          <option value="">Today</option>
          {asOf !== null && !days.includes(asOf) && (
            <option value={asOf} selected>
              {dateInWords(asOf)}
            </option>
          )}
          {days.map((day) => (
            <option value={day} selected={day === asOf}>
              {dateInWords(day)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="back">
        See that day
      </button>
      {since !== null && asOf === null && <input type="hidden" name="since" value={since} />}
      {problem !== null && (
        <p class="problem" id="problem" role="alert">
          That cannot be shown. {problem}
        </p>
      )}
      <details open={params.narrowed || order !== "OLDEST_FIRST" || problem !== null}>
        <summary>Filter and order</summary>
        <div class="fields">
          <Choice
            name="person"
            label="Person"
            chosen={person}
            all="Everyone"
            options={people.map(({ person: one, count }) => [one.slug, `${one.name} (${count})`])}
          />
          <Choice
            name="kind"
            label="Show"
            chosen={kinds?.[0] ?? null}
            all="All but articles"
            options={choices.kinds.map(({ kind, count }) => [kind, `${KIND_WORDS[kind]} (${count})`])}
            missing={kinds?.[0] && KIND_WORDS[kinds[0]]}
          />
          <Choice
            name="status"
            label="Status"
            chosen={status?.[0] ?? null}
            all="Any"
            options={choices.statuses.map(({ status: one, count }) => [
              one,
              `${STATUS_WORDS[one]} (${count})`,
            ])}
            missing={status?.[0] && STATUS_WORDS[status[0]]}
          />
          <DateField name="from" label="From" value={from} example="2025-08" problem={rangeProblem} />
          <DateField name="to" label="To" value={to} example="2025-08-31" problem={rangeProblem} />
          <Choice
            name="order"
            label="Order"
            chosen={order}
            options={[
              ["OLDEST_FIRST", "Oldest first"],
              ["NEWEST_FIRST", "Newest first"],
            ]}
          />
          <button type="submit">Show</button>
        </div>
        <p class="hint">
          A date may be a day, a month or a year: 2025-08-15, 2025-08, 2025. “As known on” has the days on
          which something was reported
          {asOf !== null && ", up to the one that is shown"}
          {moreDays && `: the latest ${days.length}; choose the earliest to see those before it`}.
        </p>
      </details>
    </form>
  );
}

function DateField({
  name,
  label,
  value,
  example,
  problem,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly example: string;
  readonly problem: string | null;
}) {
  const wrong = problem !== null && value !== null;
  return (
    <label>
      {label}{" "}
      <input
        name={name}
        value={value ?? ""}
        placeholder={example}
        size={10}
        autocomplete="off"
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? "problem" : undefined}
      />
    </label>
  );
}

/** A menu. What is chosen stands in it even where nothing is left to choose. */
function Choice({
  name,
  label,
  chosen,
  all,
  options,
  missing,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | null;
  /** What stands for no choice. */
  readonly all?: string;
  readonly options: readonly Option[];
  /** What the choice is called where it is not among the options, since nothing is left of it. */
  readonly missing?: string | undefined;
}) {
  const lost = chosen !== null && !options.some(([value]) => value === chosen);
  const shown: readonly Option[] = [
    ...(all === undefined ? [] : [["", all] as const]),
    ...options,
    ...(lost ? [[chosen, `${missing ?? chosen} (0)`] as const] : []),
  ];
  return (
    <label>
      {label}{" "}
      <select name={name}>
        {shown.map(([value, text]) => (
          <option value={value} selected={value === (chosen ?? "")}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
