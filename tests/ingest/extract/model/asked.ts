import type { ExtractorSettings } from "../../../../src/domain/extractor-settings.ts";
import { modelExtractor } from "../../../../src/ingest/extract/model/model-extractor.ts";
import { type Answer, type FakeModel, startFakeModel } from "../../../support/fake-model.ts";

/** A text of which much can be drafted. */
export const TEXT = `Talks put off
👩🏽‍🚒 Deputy Foreign Minister Bob Stone of Ruritania said on Thursday the first round was “useful, and long”.
The second round, due on 3 November in New Harbour, was postponed, Ms. Élan-Øst said.
“We go on”, said Stone. “We go on”, said Élan-Øst. A Ruritanian official called it a pause.`;

/** The key of tests. */
export const KEY = "sk-secret-0123456789";

/** An extractor whose model gives some answers, with what was asked, and the pauses that it made. */
export async function asking(settings: Partial<ExtractorSettings>, ...answers: Answer[]) {
  const server = await startFakeModel(...answers);
  return { ...server, ...extractorAt(server, settings) };
}

/** An extractor that asks a server. Its clock stands still, and pauses take no time. */
export function extractorAt({ url }: Pick<FakeModel, "url">, settings: Partial<ExtractorSettings> = {}) {
  const pauses: number[] = [];
  const reasons: string[] = [];
  const extractor = modelExtractor(
    { url, model: "test-model", key: KEY, ...settings },
    {
      now: () => new Date("2025-10-17T12:00:00Z"),
      sleep: async (ms) => void pauses.push(ms),
      random: () => 0,
      onWait: (why) => reasons.push(why),
    },
  );
  return { extractor, pauses, reasons };
}

/** What is known of the text. */
export const ABOUT = { published: "2025-10-17", language: "en", headline: "Talks put off" };

/** Words without others around them. */
export const words = (exact: string, before: string | null = null, after: string | null = null) => ({
  words: exact,
  before,
  after,
});
const STONE = { type: "PERSON", name: "Bob Stone" };

/** A right answer about {@link TEXT}. */
export const RIGHT = {
  people: [
    {
      name: "Bob Stone",
      aliases: ["Stone"],
      roles: [
        {
          title: "Deputy Foreign Minister",
          organization: "Ruritania",
          passage: words("Deputy Foreign Minister Bob Stone"),
        },
      ],
    },
    { name: "Élan-Øst", aliases: [], roles: [] },
  ],
  organizations: [{ name: "Ruritania", aliases: [] }],
  events: [
    {
      id: "e1",
      title: "First round",
      passage: words("the first round"),
      sentence: null,
      status: "OCCURRED",
      date: null,
      formerDate: null,
      place: null,
      participants: [],
      claimedBy: [STONE],
      claimantAsWritten: null,
      relations: [],
    },
    {
      id: "e2",
      title: "Second round in New Harbour",
      passage: words("The second round"),
      sentence: words(
        "The second round, due on 3 November in New Harbour, was postponed, Ms. Élan-Øst said.",
      ),
      status: "POSTPONED",
      date: null,
      formerDate: "2025-11-03",
      place: "New Harbour",
      participants: [{ agent: { type: "ORGANIZATION", name: "Ruritania" }, role: "HOST" }],
      claimedBy: [{ type: "PERSON", name: "Élan-Øst" }],
      claimantAsWritten: null,
      relations: [{ kind: "FOLLOW_UP_TO", event: "e1" }],
    },
  ],
  quotes: [
    {
      kind: "PARTIAL",
      passage: words("useful, and long"),
      speaker: STONE,
      speakerKind: "NAMED",
      speakerAsWritten: null,
      speakerFor: null,
      cue: "said",
      relays: null,
      said: "2025-10-16",
      about: ["e1"],
    },
    {
      kind: "DIRECT",
      passage: words("We go on", "Stone. “", "”, said Élan-Øst"),
      speaker: { type: "PERSON", name: "Élan-Øst" },
      speakerKind: "NAMED",
      speakerAsWritten: null,
      speakerFor: null,
      cue: "said",
      relays: null,
      said: null,
      about: [],
    },
  ],
};
