import { createReadStream } from "node:fs";
import type { z } from "zod";
import { DatelineError } from "../../../domain/errors.ts";
import type { Story } from "../../../domain/story.ts";
import { STORY_LISTS, type StoryListName, type StoryLists } from "../../../domain/story-document.ts";
import { type Problem, refuseProblems } from "../../problems.ts";
import { duplicateProblems } from "../story/check.ts";
import { didYouMean } from "../story/nearest.ts";
import { schemaProblems } from "../story/schema-problems.ts";
import { type JsonPiece, JsonSplitter, JsonSyntaxError } from "./json-splitter.ts";
import { HEAD_SCHEMAS, PART_SCHEMAS } from "./schema.ts";

/** Problems after which a document is not read on: the rest are of the same kind. */
const ENOUGH_PROBLEMS = 100;

/** Reads a story document from a file. See {@link readDocument}. */
export function readDocumentFile(path: string): Promise<Story> {
  return readDocument(createReadStream(path), path);
}

/**
 * Reads a story document (docs/export.md), a part at a time. What can be told from the document alone is checked; whether
 * slugs are known and passages are in their articles is not.
 *
 * @param bytes the document, in UTF-8
 * @param name what messages call it
 * @throws DatelineError INVALID_STORY with file, line and reason for each problem; UNREADABLE where it cannot be read
 */
export async function readDocument(bytes: AsyncIterable<Uint8Array>, name: string): Promise<Story> {
  const builder = new DocumentBuilder(name);
  const splitter = new JsonSplitter();
  try {
    for await (const text of decoded(bytes, name)) {
      for (const piece of splitter.push(text)) builder.add(piece);
      if (builder.problems.length >= ENOUGH_PROBLEMS) break;
    }
    if (builder.problems.length === 0) splitter.finish();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    builder.problems.push({ at: `${name}:${error.line}`, message: `not JSON: ${error.message}` });
  }
  refuseProblems(builder.problems);
  const story = builder.build();
  refuseProblems(builder.problems);
  refuseProblems(duplicateProblems(story));
  return story;
}

/** The text of a file as it is read, a byte order mark left out. */
async function* decoded(bytes: AsyncIterable<Uint8Array>, name: string): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const some of bytes) yield decoder.decode(some, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) {
      throw new DatelineError("INVALID_STORY", `${name}: the file is not UTF-8 text; save it as UTF-8.`);
    }
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new DatelineError("UNREADABLE", `${name} cannot be read: ${error.message}`);
  }
}

type Parts = { [List in StoryListName]: StoryLists[List][number][] };

/** Gathers a story from the pieces of a document, with every problem that they have. */
class DocumentBuilder {
  readonly problems: Problem[] = [];
  readonly #parts: Parts = {
    topics: [],
    people: [],
    organizations: [],
    places: [],
    sources: [],
    articles: [],
    events: [],
    quotes: [],
  };
  readonly #take = {
    topics: this.#taker(PART_SCHEMAS.topics, this.#parts.topics),
    people: this.#taker(PART_SCHEMAS.people, this.#parts.people),
    organizations: this.#taker(PART_SCHEMAS.organizations, this.#parts.organizations),
    places: this.#taker(PART_SCHEMAS.places, this.#parts.places),
    sources: this.#taker(PART_SCHEMAS.sources, this.#parts.sources),
    articles: this.#taker(PART_SCHEMAS.articles, this.#parts.articles),
    events: this.#taker(PART_SCHEMAS.events, this.#parts.events),
    quotes: this.#taker(PART_SCHEMAS.quotes, this.#parts.quotes),
  } as const satisfies Record<StoryListName, unknown>;
  /** The line on which each part begins. */
  readonly #lines = new WeakMap<object, number>();
  readonly #head = new Set<string>();

  constructor(private readonly name: string) {}

  add({ name, index, text, line }: JsonPiece): void {
    const at = `${this.name}:${line}`;
    const value = this.#parse(text, at);
    if (value === undefined) return;
    if (isList(name)) {
      if (index === null) this.problems.push({ at, message: `\`${name}\` is no list; write one` });
      else this.#take[name](value.json, line);
    } else if (isHead(name)) {
      this.#head.add(name);
      this.#read(HEAD_SCHEMAS[name], value.json, line, name);
    } else {
      const known = [...STORY_LISTS, ...Object.keys(HEAD_SCHEMAS)];
      const message = `\`${name}\` is not known here${didYouMean(name, known) || `; there may be ${known.join(", ")}`}`;
      if (index === null || index === 0) this.problems.push({ at, message });
    }
  }

  /** The story; to be used only where there are no problems, then as before. */
  build(): Story {
    if (!this.#head.has("format") || !this.#head.has("version")) {
      const message =
        'this is no story document: it does not begin with "format":"dateline" and a version (docs/export.md)';
      this.problems.push({ at: `${this.name}:1`, message });
    }
    const lines = this.#lines;
    return { ...this.#parts, at: (part) => `${this.name}:${lines.get(part) ?? 1}` };
  }

  #parse(text: string, at: string): { readonly json: unknown } | undefined {
    try {
      return { json: JSON.parse(text) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.problems.push({ at, message: `not JSON: ${why}` });
      return undefined;
    }
  }

  /** What takes the parts of a list. */
  #taker<Part extends object>(schema: z.ZodType<Part>, list: Part[]) {
    return (json: unknown, line: number): void => {
      const part = this.#read(schema, json, line);
      if (part === undefined) return;
      list.push(part);
      this.#register(part, line);
    };
  }

  #read<Schema extends z.ZodType>(
    schema: Schema,
    json: unknown,
    line: number,
    field?: string,
  ): z.output<Schema> | undefined {
    const parsed = schema.safeParse(json, { reportInput: true });
    if (parsed.success) return parsed.data;
    const file = { value: json, at: () => `${this.name}:${line}` };
    const problems = schemaProblems(parsed.error, file);
    this.problems.push(
      ...(field === undefined
        ? problems
        : problems.map(({ at, message }) => ({ at, message: `\`${field}\` ${message}` }))),
    );
    return undefined;
  }

  #register(part: object, line: number): void {
    this.#lines.set(part, line);
    for (const value of Object.values(part)) {
      if (!Array.isArray(value)) continue;
      for (const inner of value) if (typeof inner === "object" && inner !== null) this.#register(inner, line);
    }
  }
}

function isList(name: string): name is StoryListName {
  return Object.hasOwn(PART_SCHEMAS, name);
}

function isHead(name: string): name is keyof typeof HEAD_SCHEMAS {
  return Object.hasOwn(HEAD_SCHEMAS, name);
}
