import { copyFile, mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { type IngestOptions, ingestAll } from "../../src/ingest/ingest.ts";
import type { IngestOutcome } from "../../src/ingest/outcome.ts";
import { dump } from "../support/dump.ts";
import { AUTHOR, type TemporaryStore, temporaryFolder, withStore } from "../support/store.ts";
import { article, story } from "../support/story.ts";

const NOW = new Date("2025-03-05T12:00:00Z");
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

async function write(name: string, text: string | object): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof text === "string" ? text : JSON.stringify(text));
  await utimes(path, NOW, new Date("2025-03-04T08:00:00Z"));
  return path;
}

async function ingest(
  { store }: TemporaryStore,
  inputs: readonly string[],
  options: Partial<IngestOptions> = {},
) {
  const outcomes: IngestOutcome[] = [];
  const summary = await ingestAll(store, inputs, {
    now: () => NOW,
    onOutcome: (outcome) => void outcomes.push(outcome),
    ...options,
  });
  return { summary, outcomes, states: outcomes.map(({ state }) => state) };
}

const OPENING = `---
headline: Mayor opens bridge
url: https://example.com/bridge
source: The Daily Bridge
authors: [Bo Ek, Cy Dee]
published: 2025-03-01
---
Mayor Ada Li opened the new bridge. "It holds," she said.
`;

describe("an article", () => {
  test("goes on record with publisher, authors and topic, for passages only, read when its file was written", () =>
    withStore(async (temporary) => {
      const path = await write("a.txt", OPENING);
      const options = { topic: { slug: "bridge", title: "The bridge" }, language: "en-GB" };
      const { summary, outcomes } = await ingest(temporary, [path], options);
      expect(summary).toMatchObject({ created: 1, refused: 0, drafts: 0 });
      const { store } = temporary;
      const [found] = await store.articles.byKey([outcomes[0]?.key ?? ""]);
      expect(found).toMatchObject({
        slug: "mayor-opens-bridge",
        headline: "Mayor opens bridge",
        url: "https://example.com/bridge",
        source: { slug: "example-com", name: "The Daily Bridge", domain: "example.com" },
        language: "en-GB",
        access: "PASSAGES",
        retrievedAt: new Date("2025-03-04T08:00:00Z"),
      });
      expect(found?.published).toBe("2025-03-01");
      expect(await store.agents.bySlug("PERSON", ["bo-ek", "cy-dee"])).toHaveLength(2);
      const [topic] = await store.topics.bySlug(["bridge"]);
      expect(await store.articles.topics([found?.id ?? 0])).toMatchObject([{ topicId: topic?.id }]);
      const [text] = await store.articles.texts([found?.id ?? 0]);
      expect(text?.body).toBe('Mayor Ada Li opened the new bridge. "It holds," she said.');
    }));

  test("again changes nothing, also under another name and with other tracking", () =>
    withStore(async (temporary) => {
      const path = await write("a.txt", OPENING);
      await ingest(temporary, [path]);
      const before = await dump(temporary.url);
      const copy = await write("b.txt", OPENING.replace("/bridge", "/bridge?utm_source=x#y"));
      expect((await ingest(temporary, [path, copy])).states).toEqual(["UNCHANGED", "UNCHANGED"]);
      expect(await dump(temporary.url)).toEqual(before);
    }));

  test("on record can be given a topic", () =>
    withStore(async (temporary) => {
      const path = await write("a.txt", OPENING);
      await ingest(temporary, [path]);
      const topic = { slug: "bridge", title: "The bridge" };
      expect((await ingest(temporary, [path], { topic })).states).toEqual(["UPDATED"]);
      expect((await ingest(temporary, [path], { topic: { slug: "bridge" } })).states).toEqual(["UNCHANGED"]);
    }));

  test("without an address is told by its words", () =>
    withStore(async (temporary) => {
      const paths = [await write("a.txt", "One\n\nWords."), await write("b.txt", "One\n\nOther words.")];
      const { outcomes } = await ingest(temporary, [...paths, ...paths]);
      expect(outcomes.map(({ state }) => state)).toEqual(["CREATED", "CREATED", "UNCHANGED", "UNCHANGED"]);
      expect(outcomes[0]?.slug).toBe("one");
      expect(outcomes[1]?.slug).toMatch(/^one-[0-9a-f]{6}$/);
    }));

  test("is found by its address whoever put it on record", () =>
    withStore(async (temporary) => {
      const known = article("known", {
        url: "https://example.com/bridge",
        body: "Its text.",
        headline: "Known",
      });
      await applyStory(temporary.store, story({ articles: [known] }), AUTHOR);
      const path = await write(
        "a.txt",
        "---\nheadline: Known\nurl: https://example.com/bridge\n---\nIts text.",
      );
      expect((await ingest(temporary, [path])).outcomes).toMatchObject([
        { state: "UNCHANGED", key: "known" },
      ]);
    }));

  test("has the authors on record that have exactly these names or aliases, and guesses at none", () =>
    withStore(async (temporary) => {
      const people = ["ann-1", "ann-2", "bob"].map((slug) => ({
        slug,
        name: slug === "bob" ? "Robert Ek" : "Ann Li",
        aliases: slug === "bob" ? ["Bo Ek"] : [],
        sameAs: [],
        roles: [],
      }));
      await applyStory(temporary.store, { ...story({ people }) }, AUTHOR);
      const path = await write("a.txt", "---\nheadline: A\nauthors: [Ann Li, Bo Ek, Cy Dee]\n---\nText.");
      const { outcomes } = await ingest(temporary, [path]);
      expect(outcomes[0]?.notes).toEqual(["Ann Li was left out: several on record have that name"]);
      const { store } = temporary;
      const [found] = await store.articles.byKey([outcomes[0]?.key ?? ""]);
      const authors = await store.articles.authors([found?.id ?? 0]);
      const agents = await store.agents.byId(authors.map(({ agentId }) => agentId));
      expect(agents.map(({ slug }) => slug).sort()).toEqual(["bob", "cy-dee"]);
    }));

  test("has the same keys on another machine, whatever came before it there", async () => {
    const inputs = [
      await write("a.txt", OPENING),
      await write("b.txt", OPENING.replaceAll("bridge", "ferry")),
    ];
    const keys = (order: readonly string[]) =>
      withStore(async (temporary) => {
        await ingest(temporary, order);
        const tables = await dump(temporary.url);
        return ["article", "agent", "source"].map((table) =>
          (tables[table] ?? []).map((row) => JSON.stringify(Object(row).key)).sort(),
        );
      });
    expect(await keys(inputs)).toEqual(await keys(inputs.toReversed()));
  });
});

describe("a run", () => {
  test("goes through folders by name, passes over what it does not know, and goes on after what is wrong", () =>
    withStore(async (temporary) => {
      await mkdir(join(folder, "sub"));
      await mkdir(join(folder, ".hidden"));
      await write("sub/c.md", "# C\n\nText of C.");
      await write("b.json", "{");
      await write("a.txt", "A\n\nText of A.");
      await write("d.png", "no picture");
      await write(".e.txt", "hidden");
      await symlink(folder, join(folder, "sub/round"));
      const { summary, outcomes } = await ingest(temporary, [folder, join(folder, "none.txt")]);
      expect(summary).toEqual({
        created: 2,
        updated: 0,
        unchanged: 0,
        refused: 2,
        skipped: 4,
        events: 0,
        drafts: 0,
        dryRun: false,
      });
      expect(outcomes.map(({ headline, reason }) => headline ?? reason?.replace(`${folder}/`, ""))).toEqual([
        "none.txt: there is no such file or folder",
        "A",
        expect.stringMatching(/^b\.json:1: not JSON/),
        "C",
      ]);
    }));

  test("takes a story folder as one", () =>
    withStore(async (temporary) => {
      await mkdir(join(folder, "my-story/articles"), { recursive: true });
      await write("my-story/facts.yaml", "topics: { slug: bridge, title: The bridge }");
      await write("my-story/articles/a.md", "---\nheadline: A\nretrieved: 2025-03-02T10:00:00Z\n---\nText.");
      const { outcomes } = await ingest(temporary, [folder]);
      expect(outcomes).toMatchObject([{ kind: "STORY", state: "CREATED", headline: "The bridge" }]);
      expect(await temporary.store.articles.bySlug(["a"])).toHaveLength(1);
      expect((await ingest(temporary, [folder])).states).toEqual(["UNCHANGED"]);
    }));

  test("writes nothing when it is dry, and says what it would", () =>
    withStore(async (temporary) => {
      const path = await write("a.txt", OPENING);
      const before = await dump(temporary.url);
      const dry = await ingest(temporary, [path, path], { dryRun: true });
      expect(dry.states).toEqual(["CREATED", "UNCHANGED"]);
      expect(await dump(temporary.url)).toEqual(before);
    }));

  test("refuses a topic that is nowhere, before anything is read", () =>
    withStore(async (temporary) => {
      await expect(ingest(temporary, ["x"], { topic: { slug: "nowhere" } })).rejects.toMatchObject({
        code: "INVALID_CONFIG",
      });
    }));

  test("reads the standard input", () =>
    withStore(async (temporary) => {
      async function* stdin() {
        yield Buffer.from("A headline\n");
        yield Buffer.from("\nA text.");
      }
      const { outcomes } = await ingest(temporary, ["-"], { stdin: stdin(), published: "2025-03" });
      expect(outcomes).toMatchObject([{ state: "CREATED", headline: "A headline", published: "2025-03" }]);
    }));

  test("has drafts made of what is new or has changed, and only of that", () =>
    withStore(async (temporary) => {
      const path = await write("a.txt", OPENING);
      const asked: string[] = [];
      const draft: IngestOptions["draft"] = async (store, key) => {
        expect(await store.articles.byKey([key])).toHaveLength(1);
        asked.push(key);
        return 3;
      };
      const { summary, outcomes } = await ingest(temporary, [path, path], { draft });
      expect(summary.drafts).toBe(3);
      expect(asked).toEqual([outcomes[0]?.key]);
      const changed = await write("b.txt", OPENING.replace("holds", "sways"));
      expect((await ingest(temporary, [changed], { draft })).outcomes).toMatchObject([
        { state: "UPDATED", drafts: 3 },
      ]);
      expect(asked).toHaveLength(2);
    }));
});

describe("events", () => {
  const event = (version: number, created: string, details: object, more: object = {}) => ({
    uri: "urn:example:opening",
    type: "event",
    version: String(version),
    versionCreated: created,
    title: "Opening of the bridge",
    eventDetails: details,
    organisations: [{ name: "City of Riverton" }],
    places: [
      { name: "Bridge Hall", contactInfo: [{ address: { locality: "Budapest", country: "Hungary" } }] },
    ],
    ...more,
  });
  const at = (startDate: string, more: object = {}) => ({ dates: { startDate }, ...more });

  async function historyOf({ store }: TemporaryStore) {
    const [row] = await store.events.bySlug(["opening-of-the-bridge"]);
    const [record] = await store.events.records([row?.id ?? 0]);
    return (record?.changes ?? [])
      .map(({ to, newDate, evidence }) => `${to} ${newDate?.edtf ?? "-"} by ${evidence.length}`)
      .sort();
  }

  test("of an agency keep their history, version by version", () =>
    withStore(async (temporary) => {
      const versions = [
        event(1, "2025-02-01T10:00:00Z", at("2025-03-01")),
        event(2, "2025-02-03T10:00:00Z", at("2025-03-01")),
        event(3, "2025-02-05T10:00:00Z", at("2025-03-08")),
        event(
          4,
          "2025-02-07T10:00:00Z",
          at("2025-03-08", { eventStatus: "http://example.org/status/postponed" }),
        ),
        event(5, "2025-04-02T10:00:00Z", at("2025-04-01")),
      ];
      for (const [index, version] of versions.entries()) {
        const path = await write(`v${index}.json`, version);
        expect((await ingest(temporary, [path])).states).toEqual(["CREATED"]);
        expect((await ingest(temporary, [path])).states).toEqual(["UNCHANGED"]);
      }
      expect(await historyOf(temporary)).toEqual([
        "OCCURRED 2025-04-01 by 1",
        "POSTPONED - by 1",
        "RESCHEDULED 2025-03-08 by 1",
        "SCHEDULED 2025-03-01 by 2",
      ]);
      const { store } = temporary;
      expect(await store.events.bySlug(["opening-of-the-bridge"])).toHaveLength(1);
      expect(await store.places.bySlug(["bridge-hall", "budapest"])).toMatchObject([
        { country: "HU" },
        { country: "HU" },
      ]);
    }));

  test.each([
    ["2025-03-03", "OCCURRED"],
    ["2025-03-04", "SCHEDULED"],
    ["2025-03-05", "SCHEDULED"],
    ["2025", "UNKNOWN"],
    ["2024", "OCCURRED"],
  ])("of a timeline from 4 March 2025 that are dated %s are %s", (date, status) =>
    withStore(async (temporary) => {
      const [year, month, day] = date.split("-");
      const timeline = {
        title: { text: { headline: "The bridge" } },
        events: [{ start_date: { year, month, day }, text: { headline: "Opening of the bridge" } }],
      };
      await ingest(temporary, [await write("t.json", timeline)]);
      expect(await historyOf(temporary)).toEqual([`${status} ${date} by 1`]);
      const [topic] = await temporary.store.topics.bySlug(["the-bridge"]);
      expect(topic).toMatchObject({ title: "The bridge" });
    }),
  );

  test("of a timeline stay the same events when another is added to it", () =>
    withStore(async (temporary) => {
      const slide = (headline: string) => ({ start_date: { year: 2020 }, text: { headline } });
      const timeline = (...headlines: string[]) => ({
        title: { text: { headline: "The bridge" } },
        events: headlines.map(slide),
      });
      await ingest(temporary, [await write("t.json", timeline("One", "Two", "Two"))]);
      await ingest(temporary, [await write("t.json", timeline("One", "Two", "Two", "Three"))]);
      expect((await dump(temporary.url))["event"]).toHaveLength(4);
    }));
});

test("a link to a file is followed", () =>
  withStore(async (temporary) => {
    const elsewhere = await temporaryFolder();
    await copyFile(await write("a.txt", OPENING), join(elsewhere, "a.txt"));
    await mkdir(join(folder, "links"));
    await symlink(join(elsewhere, "a.txt"), join(folder, "links/a.txt"));
    expect((await ingest(temporary, [join(folder, "links")])).states).toEqual(["CREATED"]);
  }));
