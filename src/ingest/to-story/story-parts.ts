import type {
  Story,
  StoryAgent,
  StoryArticle,
  StoryEvent,
  StoryPerson,
  StoryPlace,
  StorySource,
  StoryTopic,
} from "../../domain/story.ts";

/** What becomes of one item: the parts of a story, gathered. */
export class StoryParts {
  readonly topics: StoryTopic[] = [];
  readonly people: StoryPerson[] = [];
  readonly organizations: StoryAgent[] = [];
  readonly places: StoryPlace[] = [];
  readonly sources: StorySource[] = [];
  readonly articles: StoryArticle[] = [];
  readonly events: StoryEvent[] = [];
  readonly #places = new WeakMap<object, string>();

  /** @param at where what has no place of its own was read */
  constructor(private readonly at: string) {}

  /** Notes where a part was read. */
  place(part: object, at: string): void {
    this.#places.set(part, at);
  }

  story(): Story {
    const { topics, people, organizations, places, sources, articles, events } = this;
    const at = (part: object) => this.#places.get(part) ?? this.at;
    return { topics, people, organizations, places, sources, articles, events, quotes: [], at };
  }
}
