import { describe, expect, test } from "vitest";
import type { EventDraft } from "../../../../src/domain/draft.ts";
import { extract } from "../../../../src/ingest/extract/extract.ts";

const PUBLISHED = "2025-11-22";

function eventsIn(text: string, published: string | null = PUBLISHED): readonly EventDraft[] {
  return extract(text, { published }).events;
}

/** The event whose words hold some word. */
function event(text: string, word: string, published?: string): EventDraft {
  const found = eventsIn(text, published).find(({ passage }) =>
    text.slice(passage.start, passage.end).includes(word),
  );
  if (found === undefined) throw new Error(`No event with “${word}” in “${text}”.`);
  return found;
}

describe("when", () => {
  test.each([
    ["Gunmen attacked a bus station in Nairobi on Thursday.", "attacked", "2025-11-20"],
    ["On Thursday, gunmen attacked a bus station in Nairobi.", "attacked", "2025-11-20"],
    ["The two presidents will hold a summit in Vienna on Tuesday.", "summit", "2025-11-25"],
    ["He was arrested and charged on Monday.", "charged", "2025-11-17"],
    ["The 2009 crash of a ferry killed forty people.", "crash", "2009"],
    ["Monday’s vote in Athens ended the crisis.", "vote", "2025-11-17"],
    ["The deal was signed, officials said on Friday.", "deal", null],
    ["A judge on Monday cleared the airline over the 2009 crash.", "cleared", "2025-11-17"],
    ["The explosion, which happened on Monday, destroyed three houses.", "explosion", "2025-11-17"],
    ["Ana Lima resigned after the attack on the embassy in Lima in May.", "attack", "2025-05"],
    ["The firm, which filed for bankruptcy on Monday, will cut jobs.", "filed", "2025-11-17"],
    ["Nokia launched the shop, an online store, on 28 April 2003.", "launched", "2003-04-28"],
    ["The visit comes after a meeting with Angela Merkel in Berlin in May.", "visit", null],
  ])("%s", (text, word, date) => expect(event(text, word).date).toBe(date));

  test.each([
    ["The summit of ministers in Oslo was postponed until 4 December.", "RESCHEDULED", "2025-12-04"],
    ["The summit of ministers in Oslo has been rescheduled for 4 December.", "RESCHEDULED", "2025-12-04"],
    ["The summit of ministers in Oslo was postponed for two weeks.", "POSTPONED", null],
  ])("what was put off has the date to which it was: %s", (text, status, date) => {
    expect(event(text, "summit")).toMatchObject({ status, date });
  });

  test("the date of what was put off is the former one", () => {
    const text = "A summit planned for Monday was postponed indefinitely.";
    expect(event(text, "summit")).toMatchObject({
      status: "POSTPONED",
      date: null,
      formerDate: "2025-11-24",
    });
  });

  test("“has” tells of today in a story of today", () => {
    const text = "A blast hit the port of Izmir today. The mayor has convened a crisis meeting.";
    expect(event(text, "crisis meeting").date).toBe(PUBLISHED);
  });

  test("a sentence goes on with the day of the one before", () => {
    const text = "On Thursday, the ferry left Bergen. The ferry was diverted to Stavanger.";
    expect(event(text, "diverted").date).toBe("2025-11-20");
  });
});

describe("which events are the same", () => {
  test("a noun takes up what was told before", () => {
    const text =
      "Regulators banned the drug on Monday. The ban followed three deaths. Doctors welcomed the ban.";
    const bans = eventsIn(text).filter(({ passage }) => /\bban/.test(text.slice(passage.start, passage.end)));
    expect(bans).toHaveLength(1);
    expect(bans[0]?.date).toBe("2025-11-17");
  });

  test("another date or “another” tells of another event", () => {
    const text =
      "An earthquake hit Chile on Monday. An earthquake hit Peru on Wednesday. Another earthquake hit Fiji in 2019.";
    expect(eventsIn(text).map(({ date }) => date)).toEqual(["2025-11-17", "2025-11-19", "2019"]);
  });

  test("what an event did is no event besides it", () => {
    expect(eventsIn("An earthquake struck Chile on Monday, killing four people.")).toHaveLength(1);
  });
});

describe("who, where and who says so", () => {
  test("place and people of the clause", () => {
    const found = event("Angela Merkel met Emmanuel Macron in Berlin on Monday.", "met");
    expect(found.place).toBe("Berlin");
    expect(found.participants).toEqual([
      { agent: { type: "PERSON", name: "Angela Merkel" }, role: "ATTENDEE" },
      { agent: { type: "PERSON", name: "Emmanuel Macron" }, role: "ATTENDEE" },
    ]);
  });

  test("the subject that a verb shares with the one before", () => {
    const found = event("Nokia was founded in 1865 and launched the shop in 2003.", "launched");
    expect(found.participants.map(({ agent }) => agent.name)).toEqual(["Nokia"]);
  });

  test("those of a planned event are expected", () => {
    const found = event("Angela Merkel will meet Emmanuel Macron in Berlin on Monday.", "meet");
    expect(found.participants.map(({ role }) => role)).toEqual(["EXPECTED", "EXPECTED"]);
  });

  test("who reports it claims it, and takes no part", () => {
    const found = event("Angela Merkel said rebels killed nine soldiers on Friday.", "killed");
    expect(found).toMatchObject({
      claimedBy: [{ type: "PERSON", name: "Angela Merkel" }],
      claimantAsWritten: null,
      participants: [],
    });
    expect(event("The mayor has been arrested, police said.", "arrested").claimantAsWritten).toBe("police");
    expect(event("According to the ministry, rebels killed nine soldiers.", "killed").claimantAsWritten).toBe(
      "the ministry",
    );
    expect(event("Rebels killed nine soldiers on Friday.", "killed").claimantAsWritten).toBeNull();
  });

  test("relations that the words tell", () => {
    const text = "The riots were sparked by the killing of a student on Sunday.";
    const [riots, killing] = eventsIn(text);
    expect(text.slice(killing?.passage.start, killing?.passage.end)).toContain("killing");
    expect(riots?.relations).toEqual([{ kind: "CAUSED_BY", event: 1 }]);
  });

  test.each([
    ["Regulators banned the drug on Monday.", "banned", "Regulators ban drug"],
    ["Anna Berg resigned yesterday.", "resigned", "Anna Berg resigns"],
    ["The board plans to dismiss the director next month.", "dismiss", "Dismissal of director by board"],
    ["The minister was arrested on Monday.", "arrested", "Arrest of minister"],
    ["Leaders held an emergency summit in Vienna on Monday.", "summit", "Emergency summit in Vienna"],
    [
      "Angela Merkel met Emmanuel Macron in Berlin on Monday.",
      "met",
      "Angela Merkel meets Emmanuel Macron in Berlin",
    ],
    ["On Monday, the minister met him in Berlin.", "met", "Meeting of minister in Berlin"],
    [
      "Finance Minister Anna Berg, who denied wrongdoing, stepped down on Friday.",
      "stepped",
      "Anna Berg steps down",
    ],
    ["Lawmakers approved the budget on Thursday.", "approved", "Lawmakers approve budget"],
    ["The army and the police stormed the hotel on Friday.", "stormed", "Army and police storm hotel"],
    ["Two suspects were taken into custody on Thursday.", "custody", "Two suspects taken into custody"],
    ["The man was arrested and charged on Monday.", "charged", "Man charged"],
    ["Nokia today unveiled its new phone.", "unveiled", "Nokia unveils new phone"],
    ["The firm agreed on Monday to buy the rival.", "agreed", "Firm agrees"],
    ["The firm agreed to buy a rival bank.", "agreed", "Firm agrees to buy rival bank"],
    [
      "The government declared a state of emergency on Saturday.",
      "declared",
      "Government declares state of emergency",
    ],
    ["Workers staged a 24-hour strike on Tuesday.", "strike", "Workers stage 24-hour strike"],
    ["Anna Berg tendered her resignation on Friday.", "resignation", "Anna Berg tenders resignation"],
    ["Portugal held parliamentary elections on Sunday.", "elections", "Portugal’s parliamentary elections"],
    ["An earthquake struck northern Peru on Tuesday.", "earthquake", "Earthquake in Peru"],
    ["A train derailed near Lyon on Monday.", "derailed", "Train derails near Lyon"],
    ["The company will cut 500 jobs next year.", "cut", "Cutback of 500 jobs by company"],
  ])("the title of: %s", (text, word, title) => expect(event(text, word).title).toBe(title));
});

describe("another date", () => {
  const drafted = (text: string) =>
    eventsIn(text).map(({ status, date, formerDate }) => [status, date, formerDate]);

  test.each([
    ["The summit was moved to 14 December.", "2025-12-14", null],
    ["The hearing has been pushed back to 3 December.", "2025-12-03", null],
    ["The match was postponed until Tuesday.", "2025-11-25", null],
    ["The launch was delayed to 30 November because of bad weather.", "2025-11-30", null],
    ["The concert has been rescheduled for 5 December.", "2025-12-05", null],
    ["The summit was rescheduled.", null, null],
    ["The federation set a new date of 9 December for the final.", "2025-12-09", null],
    ["The referendum will now be held on 7 December.", "2025-12-07", null],
    ["The election, originally planned for May, was brought forward to March 2026.", "2026-03", "2026-05"],
    ["Ministers moved the vote from 24 November to 1 December.", "2025-12-01", "2025-11-24"],
    [
      "The trial will open on 1 December. Judges then pushed the trial back to 8 December.",
      "2025-12-08",
      "2025-12-01",
    ],
  ])("has another date: %s", (text, date, formerDate) =>
    expect(drafted(text)).toEqual([["RESCHEDULED", date, formerDate]]),
  );

  test.each([
    ["The summit was postponed indefinitely.", "POSTPONED"],
    ["The referendum will be held on 7 December.", "SCHEDULED"],
    ["Voters backed the referendum.", "OCCURRED"],
  ])("has none: %s", (text, status) => expect(drafted(text).map(([told]) => told)).toEqual([status]));
});

describe("whom “they” and “the two leaders” mean", () => {
  /** Who takes part in the last event of a text. */
  const cast = (text: string) =>
    eventsIn(text)
      .at(-1)
      ?.participants.map(({ agent }) => agent.name);

  test.each([
    ["Ana Lima called Jonas Berg. The two leaders met on Friday.", ["Ana Lima", "Jonas Berg"]],
    ["Ana Lima called Jonas Berg on Monday. They signed a deal on Friday.", ["Ana Lima", "Jonas Berg"]],
    ["Ana Lima and Jonas Berg are friends. The pair launched a firm on Monday.", ["Ana Lima", "Jonas Berg"]],
    ["Nokia and Ericsson are rivals. The two companies announced a merger on Monday.", ["Nokia", "Ericsson"]],
    ["Turkey and Libya have been allies. Both sides signed a treaty on Sunday.", ["Turkey", "Libya"]],
  ])("means them: %s", (text, names) => expect(cast(text)).toEqual(names));

  test.each([
    "Ana Lima praised Jonas Berg and Ida Holm. They met on Monday.",
    "Ana Lima praised the plan. The two leaders met on Monday.",
    "Ana Lima called Jonas Berg. The two airlines announced a merger on Friday.",
    "The two leaders met on Friday.",
  ])("does not tell whom: %s", (text) => expect(cast(text)).toEqual([]));
});
