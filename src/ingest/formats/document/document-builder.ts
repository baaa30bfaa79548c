import type { z } from "zod";
import type { Story } from "../../../domain/story.ts";
import { STORY_LISTS, type StoryListName, type StoryLists } from "../../../domain/story-document.ts";
import type { Problem } from "../../problems.ts";
import { didYouMean } from "../story/nearest.ts";
import { schemaProblems } from "../story/schema-problems.ts";
import type { JsonPiece } from "./json-splitter.ts";
import { HEAD_SCHEMAS, PART_SCHEMAS } from "./schema.ts";

type Parts = { [List in StoryListName]: StoryLists[List][number][] };

/** Gathers a story from the pieces of a document, with every problem that they have. */
export class DocumentBuilder {
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
