import { expect } from "vitest";
import type { Drafts } from "../../src/domain/draft.ts";
import type { Story } from "../../src/domain/story.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { acceptDrafts } from "../../src/ingest/drafts/accept-drafts.ts";
import { everyDraft } from "../../src/ingest/drafts/choice.ts";
import { storeDrafts } from "../../src/ingest/drafts/store-drafts.ts";
import type { Store } from "../../src/store/open.ts";
import {
  drafts,
  eventDraft,
  organization,
  person,
  personDraft,
  quoteDraft,
  spanOf,
} from "../support/drafts.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

/** A text of which much can be drafted. */
export const BODY = `👩🏽‍🚒 Deputy Foreign Minister Bob Stone of Ruritania said the first round was “useful, and long”.
The second round, due on 3 November in New Harbour, was postponed, Ms. Élan-Øst said.
“We go on”, said Stone. “We go on”, said Élan-Øst.`;

const STONE = person("Bob Stone");
const ELAN = person("Élan-Øst");
/** What is drafted of it. */
export const PROPOSED = drafts({
  people: [
    personDraft(BODY, "Bob Stone", {
      aliases: ["Stone", "Bobby Rock"],
      roles: [
        {
          title: "Deputy Foreign Minister",
          organization: "Ruritania",
          passage: spanOf(BODY, "Deputy Foreign Minister Bob Stone"),
        },
      ],
    }),
    personDraft(BODY, "Élan-Øst"),
  ],
  organizations: [
    {
      name: "Ruritania",
      aliases: ["RUR"],
      mentions: [spanOf(BODY, "Ruritania")],
      rule: "test",
      confidence: 0.9,
    },
  ],
  quotes: [
    quoteDraft(BODY, "useful, and long", {
      speaker: STONE,
      cue: "said",
      kind: "PARTIAL",
      about: [0],
      said: "2025-10-15",
    }),
    quoteDraft(BODY, "We go on”, said Stone", { speaker: STONE }),
  ],
  events: [
    eventDraft(BODY, "the first round", { title: "First round", status: "OCCURRED", date: "2025-10-14" }),
    eventDraft(BODY, "The second round", {
      title: "Second round of talks",
      sentence: spanOf(
        BODY,
        "The second round, due on 3 November in New Harbour, was postponed, Ms. Élan-Øst said.",
      ),
      status: "POSTPONED",
      formerDate: "2025-11-03",
      place: "New Harbour",
      participants: [
        { agent: organization("Ruritania"), role: "HOST" },
        { agent: STONE, role: "EXPECTED" },
      ],
      claimedBy: [ELAN],
      relations: [{ kind: "FOLLOW_UP_TO", event: 0 }],
    }),
  ],
});

/** Does work on a store with the article and its drafts. */
export async function withDrafts<T>(
  work: (store: Store, url: string) => Promise<T>,
  { proposed = PROPOSED, parts = {} }: { proposed?: Drafts; parts?: Partial<Story> } = {},
): Promise<T> {
  return withStore(async ({ store, url }) => {
    const one = article("a0", { body: BODY, topics: ["talks"] });
    await applyStory(store, { ...story({ articles: [one, article("a1")] }), ...parts }, AUTHOR);
    expect((await storeDrafts(store, "a0", proposed, "RULE")).refused).toEqual([]);
    return work(store, url);
  });
}

/** The key of the draft with a title. */
export async function keyOf(store: Store, title: string): Promise<string> {
  const all = await everyDraft(store, { states: ["OPEN", "ACCEPTED", "REJECTED"] });
  const found = all.find((draft) => draft.title === title);
  if (!found)
    throw new Error(`There is no draft “${title}” among ${all.map((one) => one.title).join(", ")}.`);
  return found.key;
}
/** Accepts drafts by their titles. */
export const accept = async (store: Store, ...titles: string[]) =>
  acceptDrafts(store, { keys: await Promise.all(titles.map((title) => keyOf(store, title))) }, AUTHOR);

/** Title of a draft. */
export const USEFUL = "Bob Stone: “useful, and long”";
