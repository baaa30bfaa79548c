import { describe, expect, it } from "vitest";
import { extract } from "../../../../src/ingest/extract/extract.ts";
import { readSeedArticle } from "./seed-article.ts";

const text = readSeedArticle();
const { events, quotes } = extract(text, { published: "2025-11-22~" });
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
const about = (part: string) =>
  quotes
    .find(({ passage }) => words(passage).includes(part))
    ?.about.map((index) => words(events[index]?.passage ?? { start: 0, end: 0 }));

describe("the article that the demo story starts from", () => {
  it("tells what became of each meeting", () => {
    const told = events.map(({ passage, status, date, place }) => [words(passage), status, date, place]);
    expect(told).toEqual(
      expect.arrayContaining([
        ["meeting between Vladimir Putin and Donald Trump", "POSSIBLE", null, null],
        ["last Putin-Trump meeting", "OCCURRED", "2025-08", "Alaska"],
        ["follow-up meeting planned", "POSTPONED", null, "Budapest"],
        ["interview published", "OCCURRED", "2025-11-22", null],
        ["three-way nuclear stability talks", "POSSIBLE", null, null],
      ]),
    );
  });

  it("tells who takes part", () => {
    const cast = (part: string) =>
      events
        .find(({ passage }) => words(passage).includes(part))
        ?.participants.map(({ agent, role }) => `${agent.name} ${role}`);
    expect(cast("another meeting")).toBeUndefined();
    expect(cast("meeting between")).toEqual(["Vladimir Putin EXPECTED", "Donald Trump EXPECTED"]);
    expect(cast("last Putin-Trump")).toEqual(["Vladimir Putin ATTENDEE", "Donald Trump ATTENDEE"]);
    expect(cast("follow-up")).toEqual(["Vladimir Putin EXPECTED", "Donald Trump EXPECTED"]);
    expect(cast("three-way")?.length).toBe(3);
  });

  it("tells that the meeting in Budapest follows the one in Alaska", () => {
    const budapest = events.find(({ place }) => place === "Budapest");
    const alaska = events.findIndex(({ place }) => place === "Alaska");
    expect(budapest?.relations).toEqual([{ kind: "FOLLOW_UP_TO", event: alaska }]);
  });

  it("tells what quotes are about", () => {
    expect(about("no questions for China")).toEqual(["three-way nuclear stability talks"]);
    expect(about("won't pressure Beijing")).toEqual(["three-way nuclear stability talks"]);
    expect(about("formal proposals from Washington")).toEqual(["three-way nuclear stability talks"]);
    expect(about("could happen soon")).toEqual(["meeting between Vladimir Putin and Donald Trump"]);
  });
});
