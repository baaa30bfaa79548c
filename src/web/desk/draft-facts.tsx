import type { Child } from "hono/jsx";
import { capital, ROLE_WORDS, STATUS_WORDS } from "../words.ts";
import type { DraftResult } from "./draft-query.ts";
import type { Review } from "./review-state.ts";
import { QUOTE_WORDS, SPEAKER_WORDS } from "./words.ts";

/** What a draft says, point by point. */
export function DraftFacts({ draft, review }: { readonly draft: DraftResult; readonly review: Review }) {
  return (
    <dl class="points">
      {pointsOf(draft, review).map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Point = readonly [name: string, value: Child];

function pointsOf(draft: DraftResult, review: Review): Point[] {
  switch (draft.draftKind) {
    case "QUOTE":
      return quotePoints(draft, review);
    case "EVENT":
      return eventPoints(draft);
    case "PERSON":
      return personPoints(draft);
  }
}

function quotePoints(draft: DraftResult, review: Review): Point[] {
  const { speakerName, speakerAsWritten, speakerKind, quoteKind, cue, when, about } = draft;
  const asWritten = speakerAsWritten !== null && speakerAsWritten !== speakerName;
  return [
    [
      "Speaker",
      <>
        {speakerName ?? (speakerKind && capital(SPEAKER_WORDS[speakerKind]))}
        {asWritten && <small> as “{speakerAsWritten}”</small>}
        {cue !== null && <small> · {cue}</small>}
      </>,
    ],
    ...point("Said", when && <time datetime={when.edtf}>{when.display}</time>),
    ...point("Words", quoteKind && QUOTE_WORDS[quoteKind]),
    ...point(
      "About",
      about.length > 0 &&
        about.map((event, index) => {
          const known = review.all.find((one) => one.id === event.id);
          return (
            <>
              {index > 0 && "; "}
              {known ? (
                <a href={review.linkTo(known)} data-swap>
                  {event.title}
                </a>
              ) : (
                event.title
              )}
            </>
          );
        }),
    ),
  ];
}

function eventPoints({ status, when, place, participants, claimedBy }: DraftResult): Point[] {
  return [
    ...point("Status", status && STATUS_WORDS[status]),
    ["Date", when ? <time datetime={when.edtf}>{when.display}</time> : "not told"],
    ...point("Place", place),
    ...point(
      "Taking part",
      participants.length > 0 &&
        participants
          .map(({ name, role }) => (ROLE_WORDS[role] ? `${name} (${ROLE_WORDS[role]})` : name))
          .join(", "),
    ),
    ["Says who", claimedBy.length > 0 ? claimedBy.join(", ") : "the article itself"],
  ];
}

function personPoints({ aliases, roles }: DraftResult): Point[] {
  return [
    ...point("Also", aliases.length > 0 && aliases.join(", ")),
    ...point(
      "Roles",
      roles.length > 0 &&
        roles
          .map(({ title, organization }) => (organization === null ? title : `${title}, ${organization}`))
          .join("; "),
    ),
  ];
}

function point(name: string, value: Child): Point[] {
  return value === null || value === false ? [] : [[name, value]];
}
