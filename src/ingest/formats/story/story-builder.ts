import type { z } from "zod";
import type { Story, StoryArticle } from "../../../domain/story.ts";
import type { Problem } from "../../problems.ts";
import { parseArticleFile } from "./article-file.ts";
import { type Defaults, defaultsSchema, NO_DEFAULTS } from "./defaults.ts";
import { storyFileSchema } from "./schema.ts";
import { articleSchema } from "./schema-article.ts";
import { schemaProblems } from "./schema-problems.ts";
import { type Path, parseSource, type SourceFile } from "./source-file.ts";

type Parts = Omit<Story, "at">;
type Places = WeakMap<object, (path: Path) => string>;

/** Gathers a story from the texts of its files, with every problem that they have. */
export class StoryBuilder {
  readonly problems: Problem[] = [];
  #parts: Parts = {
    topics: [],
    people: [],
    organizations: [],
    places: [],
    sources: [],
    articles: [],
    events: [],
    quotes: [],
  };
  readonly #places: Places = new WeakMap();

  /** Adds a YAML file of facts. */
  addFacts(name: string, text: string): void {
    const source = parseSource(name, text);
    if ("problems" in source) {
      this.problems.push(...source.problems);
      return;
    }
    const defaults = this.#readDefaults(source.file);
    const lists = defaults && this.#read(storyFileSchema(defaults), source.file.value, source.file);
    if (!lists) return;
    const parts = this.#parts;
    this.#parts = {
      topics: [...parts.topics, ...lists.topics],
      people: [...parts.people, ...lists.people],
      organizations: [...parts.organizations, ...lists.organizations],
      places: [...parts.places, ...lists.places],
      sources: [...parts.sources, ...lists.sources],
      articles: [...parts.articles, ...lists.articles],
      events: [...parts.events, ...lists.events],
      quotes: [...parts.quotes, ...lists.quotes],
    };
    register(this.#places, lists, source.file, []);
  }

  /** Adds an article's file; its slug is the file's stem unless it names another. */
  addArticle(name: string, stem: string, text: string): void {
    const split = parseArticleFile(name, text);
    if ("problems" in split) {
      this.problems.push(...split.problems);
      return;
    }
    const { frontMatter, body } = split.file;
    const fields = isGroup(frontMatter.value) ? { slug: stem, ...frontMatter.value } : frontMatter.value;
    const read = this.#read(articleSchema(NO_DEFAULTS), fields, frontMatter);
    if (!read) return;
    const article: StoryArticle = { ...read, body };
    this.#parts = { ...this.#parts, articles: [...this.#parts.articles, article] };
    register(this.#places, article, frontMatter, []);
  }

  /** The story so far; to be used only where there are no problems. */
  build(): Story {
    const places = this.#places;
    return { ...this.#parts, at: (part, ...path) => places.get(part)?.(path) ?? "story" };
  }

  #readDefaults(file: SourceFile): Defaults | undefined {
    if (!isGroup(file.value) || !("defaults" in file.value)) return NO_DEFAULTS;
    const at = (path: Path) => file.at(["defaults", ...path]);
    return this.#read(defaultsSchema, file.value.defaults, { ...file, at });
  }

  #read<Schema extends z.ZodType>(
    schema: Schema,
    value: unknown,
    file: SourceFile,
  ): z.output<Schema> | undefined {
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    this.problems.push(...schemaProblems(parsed.error, file));
    return undefined;
  }
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Schemas keep the shape of what is written, so the path to a part leads to its line. */
function register(places: Places, part: unknown, file: SourceFile, path: Path): void {
  if (typeof part !== "object" || part === null) return;
  if (!Array.isArray(part)) places.set(part, (inner) => file.at([...path, ...inner]));
  for (const [name, value] of Object.entries(part)) {
    register(places, value, file, [...path, Array.isArray(part) ? Number(name) : name]);
  }
}
