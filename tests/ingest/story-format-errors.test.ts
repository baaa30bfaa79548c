import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MAX_FILE_BYTES } from "../../src/ingest/formats/story/text-file.ts";
import { refusalOf, refusalOfYaml, storyFolder } from "./story-folder.ts";

const event = (line: string) => `events:
  - slug: opening
    title: Opening
    evidence: bridge
    ${line}
`;
const article = (line: string) => `articles:
  - slug: bridge
    headline: Mayor opens bridge
    retrieved: 2025-03-02T10:00:00Z
    ${line}
`;

test.each<[what: string, yaml: string, at: string, message: RegExp]>([
  ["a list that does not end", "topics: [a\nplaces: []\n", "2", /not YAML: .*; mend the line/],
  ["a name given twice", "topics: []\nplaces: []\ntopics: []\n", "3", /stands twice .*; keep one/],
  ["a second document", "topics: []\n---\nplaces: []\n", "2", /second document/],
  ["a tag", "topics:\n  - !!set {}\n", "2", /leave the tag out/],
  ["an alias without its anchor", "topics: []\nplaces: *there\n", "2", /Unresolved alias.*; write .* out/],
  ["too deep nesting", `topics:\n  ${"[".repeat(100_000)}\n`, "2", /more than 100 deep/],
  ["a file that is a list", "- topics\n", "1", /is a list; write a group/],
  ["an unknown list", "topics: []\nplacs: []\n", "2", /`placs` is not known here \(did you mean places\?\)/],
  ["an unknown field", event("places: oslo"), "5", /`places` is not known here \(did you mean place\?\)/],
  ["a body in YAML", article("zzz: Text"), "5", /`zzz` is not known here; use key, slug, headline/],
  ["a missing field", "topics:\n  - slug: a\n  - slug: b\n    title: B\n", "2", /`title` is missing; add it/],
  ["a list for a text", event("place: [oslo]"), "5", /`place` is a list; write a text/],
  [
    "a wrong enum",
    article("access: full"),
    "5",
    /"full" \(did you mean FULL\?\); write one of FULL, PASSAGES/,
  ],
  [
    "a malformed date",
    article("published: 2025-02-29"),
    "5",
    /`published`: "2025-02-29" is not a date: .*Dates look/,
  ],
  [
    "a bad slug",
    "topics:\n  - title: A\n    slug: Big News!\n",
    "3",
    /`slug`: .* no slug; .*such as "big-news"/,
  ],
  ["a long slug", `topics:\n  - slug: ${"a".repeat(201)}\n    title: A\n`, "2", /has 201 characters, .* 200/],
  ["a bad URL", article("url: ftp://example.com/a"), "5", /`url`: .* beginning with https/],
  ["a script for a URL", article("url: javascript:alert(1)"), "5", /`url`: .* no web address/],
  [
    "a bad time",
    article("key: a").replace("10:00:00Z", "25:00:00Z"),
    "4",
    /`retrieved`: .* as 2025-11-23T08:30:00Z/,
  ],
  ["a time elsewhere", article("key: a").replace("00Z", "00+01:00"), "4", /`retrieved`: .* no time in UTC/],
  [
    "no time",
    "articles:\n  - slug: a\n    headline: A\n",
    "2",
    /`retrieved`: is missing|`retrieved` is missing/,
  ],
  ["a bad language", article("language: en_US!"), "5", /`language`: .*BCP 47/],
  [
    "a bad country",
    "places:\n  - slug: a\n    name: A\n    country: Norway\n",
    "4",
    /`country`: .*such as HU/,
  ],
  ["a NUL escape", 'topics:\n  - slug: a\n    title: "A\\0"\n', "3", /`title`: .*NUL/],
  ["a bad day", event("outcome: { text: Done, written: 2025-3-2 }"), "5", /`written`: .*YYYY-MM-DD/],
  ["a bad flag", article("headlineIsOurs: yes"), "5", /neither true nor false/],
  [
    "a bad number",
    event("related: { kind: PART_OF, event: b, evidence: { article: c, method: RULE, confidence: 2 } }"),
    "5",
    /`confidence`: .*from 0 to 1/,
  ],
  [
    "an event that rests on nothing",
    "events:\n  - slug: a\n    title: A\n",
    "2",
    /`evidence`: nothing supports this/,
  ],
  [
    "a change that is only disputed",
    event("history: [{ to: OCCURRED, evidence: { article: a, stance: DISPUTES } }]"),
    "5",
    /nothing supports/,
  ],
  [
    "evidence of no article",
    event("history: [{ to: OCCURRED, evidence: { exact: Hm } }]"),
    "5",
    /`article` is missing; .*defaults/,
  ],
  [
    "a prefix without words",
    event("history: [{ to: OCCURRED, evidence: { article: a, prefix: Hm } }]"),
    "5",
    /`prefix`: .*add them as `exact`/,
  ],
  [
    "instead without dispute",
    event("history: [{ to: OCCURRED, evidence: { article: a, instead: { date: 2025 } } }]"),
    "5",
    /add `stance: DISPUTES`/,
  ],
  [
    "a participant who is nobody",
    event("participants: [{ role: HOST, evidence: a }]"),
    "5",
    /either a `person` or/,
  ],
  [
    "a speaker who is unnamed",
    "quotes:\n  - kind: DIRECT\n    text: Hm\n    article: a\n    speaker: b\n    speakerKind: UNNAMED\n",
    "6",
    /a speaker is NAMED where/,
  ],
  ["a bad default", "defaults:\n  language: en\n  retrieved: today\n", "3", /`retrieved`: .*no time in UTC/],
  ["an unknown default", "defaults:\n  retreived: 2025\n", "2", /did you mean retrieved/],
  [
    "a slug given twice",
    "topics:\n  - { slug: a, title: A }\n  - { slug: a, title: B }\n",
    "3",
    /`slug` repeats what stands at story.yaml:2; keep one/,
  ],
  ["a topic named twice", article("topics: [a, b, a]"), "5", /`topics` names a twice; keep one/],
  [
    "the same participant twice",
    event("participants: [{ person: a, role: HOST, evidence: b }, { person: a, role: HOST, evidence: c }]"),
    "5",
    /`role` repeats/,
  ],
])("refuses %s", async (_, yaml, line, message) => {
  const [first] = await refusalOfYaml(yaml);
  expect(first).toMatch(message);
  expect(first?.startsWith(`story.yaml:${line}: `), first).toBe(true);
});

test("refuses aliases that multiply", async () => {
  const levels = Array.from({ length: 9 }, (_, i) => `  - &l${i + 1} [${`*l${i}, `.repeat(9)}]`);
  const [first] = await refusalOfYaml(`topics:\n  - &l0 [a]\n${levels.join("\n")}\n`);
  expect(first).toMatch(/^story\.yaml:3: Excessive alias count/);
});

test("refuses an anchor that holds itself", async () => {
  expect(await refusalOfYaml("topics: &a\n  - *a\n")).toHaveLength(1);
});

test("lists every problem, up to 20", async () => {
  const bad = Array.from({ length: 25 }, (_, i) => `  - slug: t${i}\n`).join("");
  const lines = await refusalOfYaml(`topics:\n${bad}`);
  expect(lines).toHaveLength(21);
  expect(lines[19]).toMatch(/^story\.yaml:21: /);
  expect(lines[20]).toBe("and 5 more problems");
});

test("lists the problems of all files", async () => {
  const folder = await storyFolder({
    "a.yaml": "topic: []\n",
    "b.yml": "people: [{ slug: A, name: A, age: 3 }]\n",
    "articles/c.md": "---\nheadline: C\n---\nText\n",
  });
  expect(await refusalOf(folder)).toEqual([
    "a.yaml:1: `topic` is not known here (did you mean topics?)",
    expect.stringMatching(/^b\.yml:1: `slug`: "A" is no slug/),
    expect.stringMatching(/^b\.yml:1: `age` is not known here/),
    expect.stringMatching(/^articles\/c\.md:2: `retrieved` is missing/),
  ]);
});

test.each<[what: string, text: string, line: number, message: RegExp]>([
  ["without front matter", "Text\n", 1, /no front matter/],
  ["whose front matter does not end", "---\nheadline: A\n", 1, /no front matter/],
  ["without text", "---\nheadline: A\n---\n\n", 3, /no text/],
  ["with an unknown field", "---\nheadline: A\nheadlin: B\n---\nText\n", 3, /did you mean headline/],
  [
    "with a malformed date",
    "---\nheadline: A\nretrieved: 2025-03-02T10:00:00Z\npublished: 2025-13\n---\nText\n",
    4,
    /not a date/,
  ],
])("refuses an article %s", async (_, text, line, message) => {
  const [first] = await refusalOf(await storyFolder({ "articles/a.md": text }));
  expect(first).toMatch(message);
  expect(first?.startsWith(`articles/a.md:${line}: `), first).toBe(true);
});

test("refuses an article whose file name is no slug and that names none", async () => {
  const text = "---\nheadline: A\nretrieved: 2025-03-02T10:00:00Z\n---\nText\n";
  const [first] = await refusalOf(await storyFolder({ "articles/My Text.md": text }));
  expect(first).toMatch(/^articles\/My Text\.md:2: `slug`: .*such as "my-text"/);
});

test("refuses bytes that are not UTF-8, NUL and files that are too large", async () => {
  const latin1 = Buffer.from("topics:\n  - slug: caf\u00e9\n", "latin1");
  expect(await refusalOf(await storyFolder({ "a.yaml": latin1 }))).toEqual([
    "a.yaml:2: the file is not UTF-8 text; save it as UTF-8",
  ]);
  expect(await refusalOf(await storyFolder({ "a.yaml": "topics:\n\n# \0\n" }))).toEqual([
    "a.yaml:3: there is a NUL character here; remove it",
  ]);
  const large = await storyFolder({ "a.yaml": "#".repeat(MAX_FILE_BYTES + 1) });
  expect(await refusalOf(large)).toEqual([expect.stringMatching(/^a\.yaml:1: the file has 5242881 bytes/)]);
});

test("refuses links that lead out of the folder", async () => {
  const elsewhere = await storyFolder({ "secret.yaml": "topics: []\n" });
  const folder = await storyFolder({ "a.yaml": "topics: []\n" });
  await symlink(join(elsewhere, "secret.yaml"), join(folder, "b.yaml"));
  await symlink(join(folder, "a.yaml"), join(folder, "c.yaml"));
  expect(await refusalOf(folder)).toEqual([
    "b.yaml:1: this link leads out of the story folder; put the file itself here",
  ]);
});

test("refuses what is no story folder", async () => {
  const empty = await storyFolder({});
  expect(await refusalOf(empty)).toEqual([
    expect.stringMatching(/holds no story: expected facts in \*\.yaml/),
  ]);
  expect(await refusalOf(join(empty, "missing"))).toEqual([expect.stringMatching(/not a folder/)]);
  await writeFile(join(empty, "file"), "");
  expect(await refusalOf(join(empty, "file"))).toEqual([expect.stringMatching(/not a folder/)]);
});
