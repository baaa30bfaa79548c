import { parse } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { DEFAULT_LIMITS } from "../../src/domain/request-limits.ts";
import { costOf } from "../../src/graphql/limits/cost.ts";
import { schema } from "../../src/graphql/schema.ts";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { createLogger } from "../../src/server/log.ts";
import { getPage, linksOf, NOW, TOPIC } from "../support/pages.ts";
import { SEED } from "../support/seed.ts";
import { AUTHOR, storeOfThisFile } from "../support/store.ts";

const { store } = await storeOfThisFile();
beforeAll(() => applyStory(store, SEED, AUTHOR));

/** The cursor of the first change that was written. */
const START = Buffer.from("change:1").toString("base64url");

/** Proxies take addresses of 8 KB, some of them with all other headers. */
const LONGEST = 6_000;

/** Pages, and how many queries are behind each. */
const PAGES = [
  ["/", 1],
  ["/?asOf=2025-10-18", 1],
  [TOPIC, 1],
  [`${TOPIC}?asOf=2025-10-18`, 1],
  [`${TOPIC}?since=${START}`, 3],
  [`${TOPIC}?kind=ARTICLE`, 1],
  [`${TOPIC}?kind=QUOTE&person=sergey-ryabkov&from=2025&order=NEWEST_FIRST`, 1],
  [`${TOPIC}/changes?asOf=2025-08-16`, 1],
  ["/events/budapest-summit-2025", 1],
  ["/events/budapest-summit-2025?asOf=2025-10-18", 1],
  ["/people/sergey-ryabkov", 3],
  ["/people/sergey-ryabkov?asOf=2025-11-25", 3],
  ["/organizations/international-affairs-magazine", 1],
  ["/articles/russian-official-provides-insights-on-anticipated-putin-trump-summit", 1],
  ["/search?q=budapest", 1],
] as const;

describe.each(PAGES)("the queries behind %s", (path, count) => {
  test("are all told, are short enough to be sent, and run within the limits as they stand", async () => {
    const { response, html } = await getPage(store, path);
    expect(response.status).toBe(200);
    const links = linksOf(html).filter((href) => href.startsWith("/graphql?"));
    const app = createDatelineApp(store, { logger: createLogger("silent"), graphiql: false, now: () => NOW });
    for (const href of links) {
      expect(href.length).toBeLessThan(LONGEST);
      const search = new URL(href, "http://localhost").searchParams;
      const document = parse(search.get("query") ?? "");
      const variableValues = z
        .record(z.string(), z.unknown())
        .parse(JSON.parse(search.get("variables") ?? ""));
      expect(costOf({ schema, document, variableValues })).toBeLessThan(DEFAULT_LIMITS.maxCost);
      const answer = await app.fetch(
        new Request(`http://localhost${href}`, { headers: { accept: "application/json" } }),
      );
      const { data, errors } = z
        .object({ data: z.record(z.string(), z.unknown()), errors: z.unknown().optional() })
        .parse(await answer.json());
      expect(errors).toBeUndefined();
      expect(Object.values(data)).not.toContain(null);
    }
    expect(links).toHaveLength(count);
  });
});
