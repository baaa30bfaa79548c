import type { Drafts, EventDraft, PersonDraft } from "../../../src/domain/draft.ts";
import { drafts, eventDraft, person, personDraft, quoteDraft, spanOf } from "../../support/drafts.ts";

/** What an extractor that misses nothing proposes of the articles of the running story, by their slugs, given their texts. */
export const PROPOSED: Readonly<Record<string, (body: string) => Drafts>> = {
  "a-courier-announces": (body) =>
    drafts({
      people: [
        titled(body, "Elena Varga", "Transport Minister", ["Varga"]),
        titled(body, "Tomas Lindqvist", "Premier", ["Lindqvist"]),
      ],
      quotes: [
        quoteDraft(
          body,
          "We have waited forty years for this bridge, and we will not wait for another forty,",
          {
            speaker: VARGA,
            said: "2031-10-06",
          },
        ),
        quoteDraft(body, "A bridge has two ends,", { speaker: LINDQVIST }),
      ],
      events: [
        meeting(body, "meeting between Varga and Lindqvist", "is scheduled for 3 November", {
          status: "SCHEDULED",
          date: "2031-11-03",
          claimedBy: [VARGA],
        }),
      ],
    }),
  "b-wire-announces": (body) =>
    drafts({
      people: [
        titled(body, "Elena Varga", null, []),
        titled(body, "Tomas Lindqvist", "Premier", []),
        titled(body, "Henrik Solberg", "union leader", ["Solberg"]),
      ],
      quotes: [
        quoteDraft(
          body,
          "We have waited forty years for this bridge, and we will not wait for another forty",
          {
            speaker: VARGA,
            said: "2031-10-06",
          },
        ),
        quoteDraft(body, "Nobody asked the ferry crews,", { speaker: SOLBERG }),
      ],
      events: [
        meeting(
          body,
          "will meet Premier Tomas Lindqvist",
          "will meet Premier Tomas Lindqvist on 3 November",
          {
            status: "SCHEDULED",
            date: "2031-11-03",
          },
        ),
      ],
    }),
  // Surnames alone, of which one is nobody else's in the story.
  "c-blog-doubts": (body) =>
    drafts({
      quotes: [
        quoteDraft(body, "I will count every ferry job myself,", { speaker: person("Varga") }),
        quoteDraft(body, "She has never worked a night shift in her life,", { speaker: person("Solberg") }),
      ],
    }),
  // An initial, and another spelling.
  "d-times-postponed": (body) =>
    drafts({
      people: [
        titled(body, "E. Varga", null, ["Varga"]),
        titled(body, "Tomas Lindquist", null, ["Lindquist"]),
      ],
      quotes: [
        quoteDraft(body, "No minister should cross the strait in such a wind,", {
          speaker: person("E. Varga"),
        }),
        quoteDraft(body, "The sea decides, not I,", { speaker: person("Tomas Lindquist") }),
      ],
      events: [
        meeting(
          body,
          "meeting between E. Varga and Tomas Lindquist",
          "was postponed on Saturday because of a storm",
          {
            status: "POSTPONED",
            formerDate: "2031-11-03",
            participants: ["E. Varga", "Tomas Lindquist"].map(expected),
            claimantAsWritten: "the ministry",
          },
        ),
      ],
    }),
  "e-wire-rescheduled": (body) =>
    drafts({
      people: [
        titled(body, "Elena Varga", "Transport Minister", ["Varga"]),
        titled(body, "Tomas Lindqvist", "Premier", []),
      ],
      quotes: [quoteDraft(body, "The storm has gone, and so has my patience,", { speaker: VARGA })],
      events: [
        meeting(
          body,
          "meeting between Transport Minister Elena Varga",
          "has been rescheduled for 20 November",
          {
            status: "RESCHEDULED",
            date: "2031-11-20",
            formerDate: "2031-11-03",
            claimedBy: [VARGA],
          },
        ),
      ],
    }),
  // What contradicts the others.
  "f-blog-cancelled": (body) =>
    drafts({
      people: [titled(body, "Henrik Solberg", null, ["Solberg"])],
      quotes: [quoteDraft(body, "They will not come, and nobody will tell you why,", { speaker: SOLBERG })],
      events: [
        meeting(body, "meeting of Elena Varga and Tomas Lindqvist", "has been cancelled", {
          status: "CANCELLED",
          formerDate: "2031-11-20",
          claimedBy: [SOLBERG],
        }),
      ],
    }),
  "g-courier-held": (body) =>
    drafts({
      people: [
        titled(body, "Elena Varga", "Transport Minister", []),
        titled(body, "Tomas Lindqvist", "Premier", ["Lindqvist"]),
        titled(body, "Aksel Varga", "mayor", []),
      ],
      quotes: [
        quoteDraft(body, "This is the first stone, and it is a heavy one to lift,", { speaker: LINDQVIST }),
        quoteDraft(body, "I would not drive over it,", { speaker: person("Aksel Varga") }),
      ],
      events: [
        meeting(body, "meeting between Varga and Lindqvist", "took place in Oslo", {
          status: "OCCURRED",
          date: "2031-11-20",
          place: "Oslo",
          participants: [VARGA, LINDQVIST].map((agent) => ({ agent, role: "ATTENDEE" as const })),
        }),
      ],
    }),
  "h-times-held": (body) =>
    drafts({
      people: [
        titled(body, "Tomas Lindqvist", "Premier", ["Lindqvist"]),
        titled(body, "Elena Varga", "Transport Minister", ["Varga"]),
      ],
      quotes: [
        quoteDraft(body, "This is the first stone, and it is a heavy one to lift!", { speaker: LINDQVIST }),
      ],
      events: [
        meeting(body, "meeting between Lindqvist and Varga", "took place on 20 November", {
          status: "OCCURRED",
          date: "2031-11-20",
          participants: [LINDQVIST, VARGA].map((agent) => ({ agent, role: "ATTENDEE" as const })),
        }),
      ],
    }),
  // Out first, and known last.
  "i-times-late": (body) =>
    drafts({
      people: [
        titled(body, "Tomas Lindqvist", "Premier", ["Lindqvist"]),
        titled(body, "Elena Varga", "Transport Minister", ["Varga"]),
      ],
      quotes: [quoteDraft(body, "My door has been open for years,", { speaker: LINDQVIST })],
      events: [
        meeting(body, "meeting between Lindqvist and Varga", "is possible in November", {
          status: "POSSIBLE",
          date: "2031-11",
          claimedBy: [LINDQVIST],
        }),
      ],
    }),
};

const VARGA = person("Elena Varga");
const LINDQVIST = person("Tomas Lindqvist");
const SOLBERG = person("Henrik Solberg");

function titled(body: string, name: string, title: string | null, aliases: readonly string[]): PersonDraft {
  const roles =
    title === null ? [] : [{ title, organization: null, passage: spanOf(body, `${title} ${name}`) }];
  return personDraft(body, name, { aliases, roles });
}

function expected(name: string): EventDraft["participants"][number] {
  return { agent: person(name), role: "EXPECTED" };
}

function meeting(
  body: string,
  words: string,
  telling: string,
  fields: Partial<EventDraft> & Pick<EventDraft, "status">,
): EventDraft {
  return eventDraft(body, words, {
    title: "Meeting of Varga and Lindqvist",
    sentence: spanOf(body, telling),
    participants: ["Elena Varga", "Tomas Lindqvist"].map(expected),
    ...fields,
  });
}
