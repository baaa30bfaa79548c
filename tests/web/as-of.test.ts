import { beforeAll, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { getPage, textOf } from "../support/pages.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
beforeAll(() => applyStory(store, SEED, AUTHOR));

describe("as known on a day", () => {
  test.each([
    ["garbage", "takes a day such as 2025-10-18"],
    ["2025-02-30", "takes a day such as 2025-10-18"],
    ["2099-01-01", "is still to come"],
  ])("%s is refused, and the page says why", async (asOf, why) => {
    for (const path of [
      "/topics/putin-trump-summit",
      "/events/budapest-summit-2025",
      "/people/donald-trump",
    ]) {
      const { response, html } = await getPage(store, `${path}?asOf=${asOf}`);
      expect(response.status).toBe(400);
      expect(textOf(html)).toContain(why);
    }
  });

  test.each([
    "/people/sergey-ryabkov",
    "/people/layla-al-mansoori",
    "/organizations/international-affairs-magazine",
  ])("%s is nobody whom anything tells of yet", async (path) => {
    expect((await getPage(store, `${path}?asOf=2025-10-18`)).response.status).toBe(404);
    expect((await getPage(store, path)).response.status).toBe(200);
  });

  test("is in the title of every page, and the bar says that it leads to today", async () => {
    for (const path of [
      "/topics/putin-trump-summit",
      "/events/budapest-summit-2025",
      "/people/donald-trump",
      "/articles/semafor",
    ]) {
      const { html } = await getPage(store, `${path}?asOf=2025-10-18`);
      expect(html).toMatch(/<title>[^<]*, as known on 18 October 2025/);
      expect(textOf(html)).toContain("Search today");
    }
  });
});

test("an event that took place did so on its day, and one that is set is set between days", async () => {
  const alaska = textOf((await getPage(store, "/events/alaska-meeting-2025")).html);
  expect(alaska).toContain("Took place on 15 August 2025");
  const budapest = textOf((await getPage(store, "/events/budapest-summit-2025?asOf=2025-10-18")).html);
  expect(budapest).toContain("Scheduled between 16 October 2025 and about 30 October 2025");
});

test("machines are told no day on which it is to be, where one of several is meant", async () => {
  const { html } = await getPage(store, "/events/budapest-summit-2025?asOf=2025-10-18");
  const facts = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}");
  expect(facts).toEqual({
    "@context": "https://schema.org",
    "@type": "Event",
    eventStatus: "https://schema.org/EventScheduled",
    name: "Planned Putin–Trump summit in Budapest",
    location: { "@type": "Place", name: "Budapest" },
  });
});

test("who disputes an event is named with it, and both sides on its page", async () => {
  const topic = textOf((await getPage(store, "/topics/putin-trump-summit?kind=EVENT")).html);
  expect(topic).toContain("Disputed by: Donald Trump");
  const event = textOf((await getPage(store, "/events/budapest-summit-2025")).html);
  expect(event).toContain("Says otherwise: cancelled");
});
