import { parseAtomFeed } from "feedsmith";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { pageRoutes } from "../../src/web/routes.tsx";
import { MARKUP } from "../support/awkward.ts";
import { getPage, idsOf, NOW } from "../support/pages.ts";
import { AUTHOR, withStore } from "../support/store.ts";
import { article, change, cite, event, passage, quote, story } from "../support/story.ts";

const NASTY = `${MARKUP.join(" ")} über;die,Länge\\ 東京 محمد`;
const day = (published: string) => article(`on-${published}`, { published, topics: ["talks"] });

const STORY = story({
  topics: [
    { slug: "talks", title: `${NASTY}\u0007` },
    { slug: "trade", title: "Nothing yet" },
  ],
  articles: ["2025-10-01", "2025-10-05", "2025-10-20", "2025-11-02"].map(day),
  events: [
    planned("certain", { to: "OCCURRED", date: "2025-10-02" }),
    planned("month", { to: "SCHEDULED", date: "2026-02" }),
    planned("about", { to: "SCHEDULED", date: "2026-03-04~" }),
    planned("span", { to: "SCHEDULED", date: "2026-04-01/2026-04-03" }),
    planned("open", { to: "SCHEDULED", date: "2026-04-01/.." }),
    planned("undated", { to: "POSSIBLE" }),
    planned("talked-of", { to: "POSSIBLE", date: "2026-05" }),
    planned("timed", { to: "SCHEDULED", date: "2026-06-01T23:30:00-11:00" }),
    planned("off", { to: "SCHEDULED", date: "2025-12-31" }, [
      change("CANCELLED", "on-2025-11-02", { effective: "2025-11-01" }),
    ]),
    planned("last", { to: "SCHEDULED", date: "9999-12-31" }),
  ],
  quotes: [quote("on-2025-10-20", 1, { speaker: { person: "ann" }, topics: ["talks"], about: ["certain"] })],
});

function planned(
  slug: string,
  first: { to: "OCCURRED" | "SCHEDULED" | "POSSIBLE"; date?: string },
  more: readonly ReturnType<typeof change>[] = [],
) {
  return event(slug, {
    title: `${slug} ${NASTY}`,
    topics: ["talks"],
    evidence: [passage("on-2025-10-01", 0)],
    history: [change(first.to, "on-2025-10-05", { date: first.date }), ...more],
    participants: [{ person: "ann", role: "HOST", evidence: [cite("on-2025-10-01")] }],
  });
}

async function withTalks(look: (store: Store) => Promise<void>): Promise<void> {
  await withStore(async ({ store }) => {
    await applyStory(store, STORY, AUTHOR);
    await look(store);
  });
}

describe("a feed", () => {
  test("reads back: whole titles, the latest report first, ids and days from the record, links that lead somewhere", async () => {
    await withTalks(async (store) => {
      for (const path of ["/topics/talks", "/people/ann"]) {
        const { html: xml } = await getPage(store, `${path}/feed.atom`);
        const feed = parseAtomFeed(xml);
        const entries = feed.entries ?? [];
        const days = entries.map((entry) => entry.updated ?? "");
        expect(days).toEqual([...days].sort().reverse());
        expect(feed.updated).toBe(days[0]);
        expect(days[0]).toBe("2025-11-02T00:00:00Z");
        expect(new Set([feed.id, ...entries.map((entry) => entry.id)]).size).toBe(entries.length + 1);
        for (const { id } of entries)
          expect(id).toMatch(
            /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
          );
        expect(entries.some((entry) => entry.title?.value === `undated ${NASTY}`)).toBe(true);
        expect(feed.links?.map(({ rel }) => rel)).toEqual(["alternate", "self"]);
        for (const entry of entries) {
          const [page = "", place] = new URL(entry.links?.[0]?.href ?? "").href
            .replace("http://localhost", "")
            .split("#");
          const { response, html } = await getPage(store, page);
          expect(response.status).toBe(200);
          if (place !== undefined) expect(idsOf(html)).toContain(place);
        }
      }
    });
  });

  test("is the same while the record is, and an entry keeps its id when it changes", async () => {
    await withTalks(async (store) => {
      const read = async () => parseAtomFeed((await getPage(store, "/topics/talks/feed.atom")).html);
      const [before, again] = [await read(), await read()];
      expect(again).toEqual(before);
      const [first, ...rest] = STORY.events;
      if (!first) throw new Error("There is no event.");
      const renamed = { ...first, title: "Another title" };
      await applyStory(store, { ...STORY, events: [renamed, ...rest] }, AUTHOR);
      const after = await read();
      const idsOfFeed = (feed: typeof before) => new Set(feed.entries?.map(({ id }) => id));
      expect(idsOfFeed(after)).toEqual(idsOfFeed(before));
    });
  });

  test("is well formed, whatever characters names have, and empty where there is nothing", async () => {
    await withTalks(async (store) => {
      const { html: xml } = await getPage(store, "/topics/talks/feed.atom");
      expect(xml).not.toContain("\u0007");
      expect(parseAtomFeed(xml).title?.value).toBe(`${NASTY}\u{FFFD}`);
      expect(parseAtomFeed((await getPage(store, "/topics/trade/feed.atom")).html).entries ?? []).toEqual([]);
    });
  });
});

test("a feed has what was reported last, however far back or ahead its date lies, and however much there is", async () => {
  await withStore(async ({ store }) => {
    const old = article("old", { published: "2025-10-01", topics: ["talks"] });
    const fresh = article("fresh", { published: "2025-11-20", topics: ["talks"] });
    const many = Array.from({ length: 160 }, (_, index) =>
      event(`e${index}`, {
        topics: ["talks"],
        evidence: [cite("old")],
        history: [change("OCCURRED", "old", { date: "2025-09-30" })],
      }),
    );
    const late = event("late", {
      topics: ["talks"],
      evidence: [cite("fresh")],
      history: [change("OCCURRED", "fresh", { date: "1999-05-01" })],
    });
    const said = quote("fresh", 1, { speaker: { person: "ann" }, topics: ["talks"], when: "1990" });
    await applyStory(
      store,
      story({ articles: [old, fresh], events: [...many, late], quotes: [said] }),
      AUTHOR,
    );
    const titles = parseAtomFeed((await getPage(store, "/topics/talks/feed.atom")).html).entries?.map(
      ({ title }) => title?.value,
    );
    expect(titles).toHaveLength(50);
    expect(titles?.slice(0, 2).sort()).toEqual([expect.stringMatching(/^Person ann: /), "Title of late"]);
  });
});

describe("where a server is found", () => {
  async function read(publicUrl: string | undefined, path: string) {
    return withStore(async ({ store }) => {
      await applyStory(store, STORY, AUTHOR);
      const response = await pageRoutes(store, () => NOW, { publicUrl }).request(
        `http://evil.example${path}`,
      );
      return { text: await response.text(), cache: response.headers.get("cache-control") };
    });
  }

  test.each(["/topics/talks/feed.atom", "/topics/talks/calendar.ics"])(
    "%s has the links of its setting for everybody, else those of the request, for nobody else",
    async (path) => {
      const [said, settled] = [await read(undefined, path), await read("https://news.example.org", path)];
      expect(said.text).toContain("http://evil.example/");
      expect(said.cache).toMatch(/^private/);
      expect(settled.text).not.toContain("evil.example");
      expect(settled.text.replaceAll("\r\n ", "")).toContain("https://news.example.org/events/certain");
      expect(settled.cache).toMatch(/^public/);
    },
  );
});

describe("a calendar", () => {
  test("that is not all says so", async () => {
    await withStore(async ({ store }) => {
      const events = Array.from({ length: 1_010 }, (_, index) =>
        event(`e${index}`, {
          topics: index < 1_000 ? ["talks", "trade"] : ["talks"],
          evidence: [cite("a")],
          history: [change("OCCURRED", "a", { date: "2025-10-01" })],
        }),
      );
      await applyStory(store, story({ articles: [article("a")], events }), AUTHOR);
      const read = async (topic: string) => (await getPage(store, `/topics/${topic}/calendar.ics`)).html;
      expect(await read("talks")).toContain("X-WR-CALDESC:The 1000 latest dated events");
      expect(await read("trade")).not.toContain("X-WR-CALDESC");
      expect((await read("trade")).match(/BEGIN:VEVENT\r/g)).toHaveLength(1_000);
    });
  });

  test("reads back: dated events on all the days that they may mean, and what was called off as called off", async () => {
    await withTalks(async (store) => {
      const { html: text } = await getPage(store, "/topics/talks/calendar.ics");
      const events = eventsOf(text);
      const row = (slug: string) => {
        const found = events.find((one) => one.summary.startsWith(`${slug} `));
        return (
          found && [
            String(found.startDate),
            String(found.endDate),
            found.component.getFirstPropertyValue("status"),
          ]
        );
      };
      expect(row("certain")).toEqual(["2025-10-02", "2025-10-03", "CONFIRMED"]);
      expect(row("month")).toEqual(["2026-02-01", "2026-03-01", "CONFIRMED"]);
      expect(row("about")).toEqual(["2026-03-04", "2026-03-05", "CONFIRMED"]);
      expect(row("span")).toEqual(["2026-04-01", "2026-04-04", "CONFIRMED"]);
      expect(row("talked-of")).toEqual(["2026-05-01", "2026-06-01", "TENTATIVE"]);
      expect(row("timed")).toEqual(["2026-06-01", "2026-06-02", "CONFIRMED"]);
      expect(row("off")).toEqual(["2025-12-31", "2026-01-01", "CANCELLED"]);
      expect(row("last")?.[0]).toBe("9999-12-31");
      expect([row("open"), row("undated")]).toEqual([undefined, undefined]);
      expect(events.find((one) => one.summary === `certain ${NASTY}`)).toBeDefined();
      expect(events.find((one) => one.summary === `month ${NASTY} (February 2026)`)).toBeDefined();
      expect(events.find((one) => one.summary.startsWith("off "))?.description).toBe(
        "Was set for 31 December 2025.",
      );
    });
  });

  test("says when from the record, not the clock; lines are short, and no character is parted", async () => {
    await withTalks(async (store) => {
      const { html: text } = await getPage(store, "/topics/talks/calendar.ics");
      for (const line of text.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/\p{Cc}/u);
      }
      // A parted character would have come back as two of these.
      expect(text.match(/\u{FFFD}/gu)).toHaveLength(1);
      const stamps = eventsOf(text).map((one) => String(one.component.getFirstPropertyValue("dtstamp")));
      expect(new Set(stamps)).toEqual(new Set(["2025-10-05T00:00:00Z", "2025-11-02T00:00:00Z"]));
      expect(new Set(eventsOf(text).map(({ uid }) => uid)).size).toBe(stamps.length);
    });
  });
});

test("pages name the feeds and calendars of what they are about", async () => {
  await withTalks(async (store) => {
    const alternates = async (path: string) =>
      [
        ...(await getPage(store, path)).html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g),
      ].map((one) => one.slice(1));
    expect(await alternates("/topics/talks")).toEqual([
      ["application/atom+xml", "/topics/talks/feed.atom"],
      ["text/calendar", "/topics/talks/calendar.ics"],
    ]);
    expect(await alternates("/people/ann")).toEqual([["application/atom+xml", "/people/ann/feed.atom"]]);
    expect(await alternates("/people/ann?asOf=2025-10-18")).toEqual([]);
  });
});

function eventsOf(text: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}
