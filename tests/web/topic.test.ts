import { beforeAll, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import type { Store } from "../../src/store/open.ts";
import { getPage, linksOf, TOPIC, textOf } from "../support/pages.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile, withStore } from "../support/store.ts";
import { article, change, cite, event, story } from "../support/story.ts";

const { store } = await storeOfThisFile();
beforeAll(() => applyStory(store, SEED, AUTHOR));

const get = (path: string, of: Store = store) => getPage(of, path);

test("what is read first comes first: the summary, where things stand, then the entries; filters are folded", async () => {
  const { html } = await get(TOPIC);
  const at = ['class="state"', 'class="standing"', "<form", 'class="entry"'].map((part) =>
    html.indexOf(part),
  );
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(html).toContain("<details><summary>Filter and order");
  expect((await get(`${TOPIC}?kind=EVENT`)).html).toContain('<details open=""><summary>Filter and order');
});

test("the day stays on every link of the site, also where there is no page", async () => {
  for (const path of [
    `${TOPIC}?asOf=2025-10-18`,
    "/events/nope?asOf=2025-10-18",
    "/search?asOf=2025-10-18",
  ]) {
    const { html } = await get(path);
    const bar = /<header.*?<\/header>/s.exec(html)?.[0] ?? "";
    expect(linksOf(bar).slice(0, 3), path).toEqual([
      "/?asOf=2025-10-18",
      "/?asOf=2025-10-18",
      "/search?asOf=2025-10-18",
    ]);
  }
  const { html } = await get("/events/nope?asOf=2025-10-18");
  expect(linksOf(html.slice(html.indexOf("<main"))).filter((href) => href === "/")).toEqual([]);
  for (const page of ["/events/alaska-meeting-2025", "/articles/mehr", "/people/donald-trump"]) {
    const { html: some } = await get(`${page}?asOf=2025-10-18`);
    expect(some, page).toMatch(/<title>[^<]*, as known on 18 October 2025 · Dateline/);
  }
});

test("as known on 18 October 2025 the summit is still on, and nothing on that page knows better", async () => {
  const { html } = await get(`${TOPIC}?asOf=2025-10-18`);
  const text = textOf(html);
  expect(text).toContain("As known by the end of 18 October 2025");
  expect(text).toContain("Scheduled");
  expect(text).toContain("Two events are on record: one took place and one is scheduled.");
  const shown = html.replace(/<nav.*?<\/nav>/s, "");
  expect(
    /.{30}(Ryabkov|November|2025-11|disputed|postponed|cancelled).{30}/i.exec(shown)?.[0],
  ).toBeUndefined();
  expect(html).not.toContain('class="badge no"');
  // Each link within the story keeps the day.
  const links = [...html.matchAll(/href="(\/(?:topics|people|events|articles)\/[^"]+)"/g)].map(
    ([, href]) => href,
  );
  expect(links.filter((href) => !href?.includes("asOf=2025-10-18"))).toEqual([TOPIC]);
});

test("what has changed since a day has a page of its own, each thing once", async () => {
  const { html } = await get(`${TOPIC}/changes?asOf=2025-10-18`);
  const text = textOf(html);
  expect(text).toMatch(/Changes \(1\) .*Postponed Disputed .*New events \(4\) .*Newly said \(10\)/);
  expect(html.match(/class="entry"/g)).toHaveLength(15);
  expect(textOf((await get(`${TOPIC}/changes?asOf=2025-11-22`)).html)).toContain(
    "Nothing was reported after",
  );
  expect((await get(`${TOPIC}/changes`)).response.status).toBe(404);
  expect((await get("/topics/nope/changes?asOf=2025-11-22")).response.status).toBe(404);
});

test("says where things stand, as its sources do", async () => {
  const text = textOf((await get(TOPIC)).html);
  expect(text).toContain(
    "Six events are on record: two took place, one is postponed and three are only talked about.",
  );
  expect(text).toContain(
    "Planned Putin–Trump summit in Budapest : accounts differ. Postponed, according to a US official, Vladimir Putin, Zee News and UAE Feed; cancelled, according to Donald Trump.",
  );
  expect(text).toContain("Last change reported on 22 November 2025");
});

test("claims nothing in its own voice that only a source says", async () => {
  const text = textOf((await get(TOPIC)).html);
  expect(text).toMatch(
    /Another Putin–Trump meeting Possible .{0,60}Sergey Ryabkov says another meeting .* could happen soon \( UAE Feed \)\./,
  );
  expect(text).toContain("Donald Trump said Putin raised the possibility");
  expect(text).toContain("second hand: passing on what Vladimir Putin said");
  expect(text).toContain("Sergey Ryabkov is quoted in part: “excellent” ( UAE Feed ).");
  expect(text).toContain("What was said is told in the wording of UAE Feed , a translation.");
  expect(text.match(/“We work continuously/g)).toHaveLength(1);
});

test("one day is one card, and says how far it lies from the one before", async () => {
  const { html } = await get(TOPIC);
  const cards = html.split('<div class="day').slice(1).map(textOf);
  const interview = cards.filter((card) => card.includes("22 November Saturday a month later"));
  expect(interview).toHaveLength(1);
  expect(interview[0]).toMatch(/Ryabkov's interview .*We work continuously/);
  expect(cards.some((card) => card.includes("October day not given about two months later"))).toBe(true);
  const { html: reversed } = await get(`${TOPIC}?order=NEWEST_FIRST`);
  expect(textOf(reversed)).toContain("21 October Tuesday a month earlier");
});

test("leads to the latest entry, on this page or on the one that begins with it", async () => {
  const link = async (search: string, of = store, path = TOPIC) => {
    const { html } = await get(`${path}${search}`, of);
    return {
      html,
      href: /href="([^"]*)">To the latest entry/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "",
    };
  };
  const { html, href } = await link("");
  expect(href).toMatch(/^#e-/);
  expect(html).toContain(`id="${href.slice(1)}"`);
  await withStore(async ({ store: other }) => {
    const names = Array.from({ length: 105 }, (_, index) => `e${index}`);
    const events = names.map((name, index) =>
      event(name, {
        topics: ["talks"],
        evidence: [cite("a")],
        history: [change("OCCURRED", "a", { date: `2024-${1 + (index % 12)}`.replace(/-(\d)$/, "-0$1") })],
      }),
    );
    await applyStory(other, story({ articles: [article("a")], events }), AUTHOR);
    const far = await link("", other, "/topics/talks");
    expect(far.href).toContain("order=NEWEST_FIRST#e-");
    const [search = "", anchor = ""] = far.href.split("#");
    expect((await get(`/topics/talks${search}`, other)).html).toContain(`id="${anchor}"`);
  });
});

test("what is overdue is said to be, by its day", async () => {
  await withStore(async ({ store: other }) => {
    const events = [
      event("e", {
        topics: ["talks"],
        evidence: [cite("a")],
        history: [change("SCHEDULED", "a", { date: "2025-10-20/2025-10-30" })],
      }),
    ];
    await applyStory(other, story({ articles: [article("a")], events }), AUTHOR);
    const text = textOf((await get("/topics/talks", other)).html);
    expect(text).toContain("Title of e was due by 30 October 2025; no report that it took place.");
    expect(textOf((await get("/topics/talks?asOf=2025-10-30", other)).html)).not.toContain("was due");
  });
});

test("an event's card holds its own changes of the same day", async () => {
  await withStore(async ({ store: other }) => {
    const day = { effective: "2025-10-20", date: "2025-10-20" };
    const events = [
      event("e", {
        topics: ["talks"],
        evidence: [cite("a")],
        history: [change("SCHEDULED", "a", day), change("OCCURRED", "a", day)],
      }),
    ];
    await applyStory(other, story({ articles: [article("a")], events }), AUTHOR);
    const { html } = await get("/topics/talks", other);
    expect(html.match(/<article/g)).toHaveLength(1);
    expect(html).toMatch(/<ol class="own"><li id="e-/);
    expect(textOf(html)).toContain("2 entries");
  });
});

test("the next event that is scheduled leads, as known on a day too; what is past does not", async () => {
  const next = async (asOf: string) => textOf((await get(`${TOPIC}${asOf}`)).html).match(/Next: [^,]*/)?.[0];
  expect(await next("?asOf=2025-10-18")).toBe("Next: Planned Putin–Trump summit in Budapest ");
  expect(await next("")).toBeUndefined();
});

describe("filters", () => {
  test("say how many entries each choice leaves, under what else is chosen and the day", async () => {
    const all = (await get(TOPIC)).html;
    for (const option of ["Sergey Ryabkov (9)", "Quotes (10)", "Articles (10)", "Took place (2)"]) {
      expect(all).toContain(`${option}</option>`);
    }
    const some = (await get(`${TOPIC}?kind=EVENT&asOf=2025-10-18`)).html;
    expect(some).toContain("Donald Trump (2)</option>");
    expect(some).toContain("Scheduled (1)</option>");
    expect(some).toContain("Changes (1)</option>");
    expect(textOf(some)).not.toContain("Ryabkov");
  });

  test("have the days on which something was reported, up to the one that is shown", async () => {
    const days = async (search: string) =>
      [...(await get(`${TOPIC}${search}`)).html.matchAll(/<option value="(\d{4}-\d\d-\d\d)"/g)].map(
        ([, day]) => day,
      );
    expect(await days("")).toEqual(["2025-11-22", "2025-10-23", "2025-10-21", "2025-10-16", "2025-08-15"]);
    expect(await days("?asOf=2025-10-18")).toEqual(["2025-10-18", "2025-10-16", "2025-08-15"]);
  });

  test.each([
    ["asOf=2099-01-01", "2099-01-01 has not come yet: the latest day to look back from is 2025-12-01."],
    ["asOf=garbage", "“garbage” is not a day."],
    ["asOf=2025-02-30", "“2025-02-30” is not a day."],
  ])("%s is refused in words on every page, and no page of another day is shown", async (search, why) => {
    for (const path of [TOPIC, "/", "/search", "/people/sergey-ryabkov", "/events/budapest-summit-2025"]) {
      const { response, html } = await get(`${path}?${search}`);
      expect(response.status, path).toBe(400);
      expect(textOf(html), path).toContain(why);
      expect(html, path).not.toMatch(/class="entry"|class="topics"/);
    }
  });

  test.each([
    ["from=yesterday&to=2025-11", "yesterday"],
    ["from=2025-12&to=2025-01", "2025"],
  ])("%s is refused in words, and the form stays as it was filled in", async (search, why) => {
    const { response, html } = await get(`${TOPIC}?kind=EVENT&${search}`);
    expect(response.status).toBe(400);
    expect(textOf(html)).toMatch(new RegExp(`That cannot be shown\\. .*${why}`));
    expect(html).toContain('<option value="EVENT" selected="">');
    expect(html).toContain(`name="from" value="${new URLSearchParams(search).get("from")}"`);
    expect(html).toContain('aria-describedby="problem"');
    expect(html).not.toContain('class="entry"');
  });

  test("are the address, and the form shows them", async () => {
    const { html } = await get(`${TOPIC}?kind=QUOTE&person=donald-trump&order=NEWEST_FIRST`);
    expect(html).toContain('<option value="QUOTE" selected="">');
    expect(html).toContain('<option value="donald-trump" selected="">');
    expect(html).not.toContain('class="badge');
    expect(textOf(html)).toContain("2 entries");
  });

  test("that mean nothing count as not given", async () => {
    const { response, html } = await get(`${TOPIC}?kind=nonsense&status=&asOf=&order=up&person=%20`);
    expect(response.status).toBe(200);
    expect(textOf(html)).toContain("18 entries");
  });
});

describe("since somebody last looked", () => {
  test("a page leads with what was put on record or changed after that moment, and says when that is nothing", async () => {
    await withStore(async ({ store: other }) => {
      const articles = [article("a")];
      const one = event("one", { topics: ["talks"], evidence: [cite("a")] });
      await applyStory(other, story({ articles, events: [one] }), AUTHOR);
      const { html: before } = await get("/topics/talks", other);
      const [, mark = ""] = /href="(\?since=[^"]+)">Mark this moment/.exec(before) ?? [];
      const page = async () => textOf((await get(`/topics/talks${mark}`, other)).html);
      expect(await page()).toMatch(
        /Since you last looked Put on record here after 24 November 2026, 12:00 UTC.*Nothing was put on record\./,
      );
      const two = event("two", { topics: ["talks"], evidence: [cite("a")] });
      const elsewhere = event("else", { topics: ["trade"], evidence: [cite("a")] });
      await applyStory(
        other,
        story({ articles, events: [{ ...one, title: "Another title" }, two, elsewhere] }),
        AUTHOR,
      );
      expect(await page()).toMatch(/Since you last looked .* New Title of two Changed Another title /);
      expect((await page()).match(/New since you last looked/g)).toHaveLength(1);
      expect((await page()).match(/Changed since you last looked Another title/g)).toHaveLength(1);
      expect(await page()).not.toContain("Title of else");
    });
  });

  test("says where to go on when more was written than is looked at", async () => {
    await withStore(async ({ store: other }) => {
      const articles = [article("a")];
      await applyStory(other, story({ articles }), AUTHOR);
      const { html } = await get("/topics/talks", other);
      const [, mark = ""] = /href="(\?since=[^"]+)">Mark this moment/.exec(html) ?? [];
      const events = Array.from({ length: 510 }, (_, index) =>
        event(`e${index}`, { topics: ["talks"], evidence: [cite("a")] }),
      );
      await applyStory(other, story({ articles, events }), AUTHOR);
      const { html: after } = await get(`/topics/talks${mark}`, other);
      expect(textOf(after)).toContain("More than 500 changes of the record are newer");
      const [, rest = ""] = /href="(\?since=[^"]+)">Look at those/.exec(after) ?? [];
      const { html: end } = await get(`/topics/talks${rest}`, other);
      expect(textOf(end)).toContain("New Title of e509 New Title of e508");
      expect(end).not.toContain("Look at those");
    });
  });

  test("a moment that was never marked is said to be none", async () => {
    const { response, html } = await get(`${TOPIC}?since=nonsense`);
    expect(response.status).toBe(200);
    expect(textOf(html)).toContain("does not say a moment");
  });

  test("a page of a past day knows nothing of it", async () => {
    expect((await get(`${TOPIC}?asOf=2025-10-18&since=nonsense`)).html).not.toMatch(
      /since=|last looked|data-live|feed\.atom/,
    );
  });
});
