import type { Viewer } from "../domain/access.ts";
import { type Day, utcDay } from "../domain/day.ts";
import type { Fetching } from "../edit/articles.ts";
import type { Store } from "../store/open.ts";
import type { Readers } from "../store/readers.ts";
import { createLoaders, type Loaders } from "./loaders.ts";
import { createTurns, type Turns } from "./turns.ts";
import {
  type AgentView,
  type ArticleView,
  agentView,
  articleView,
  type DraftView,
  draftView,
  type EventView,
  eventView,
  type PlaceView,
  type QuoteView,
  quoteView,
  type StatusChangeView,
  statusChangeViews,
  type TopicView,
} from "./views.ts";

/** What a context reads from, and writes to where that is allowed. */
export type Source = Pick<Store, "forRequest" | "latest" | "watch"> & Partial<Pick<Store, "write">>;

/** What editors may use beside the store. */
export interface ContextOptions {
  /** What fetches articles that are given by their addresses; null: nothing is fetched. */
  readonly fetching?: Fetching;
}

/** What the server knows of a request, and wants to know of it. */
export interface RequestState {
  /** Who asks; null, or left out, for a stranger. */
  readonly viewer?: Viewer | null;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** The cursor after which a client that was cut off goes on; null where it does not say. */
  readonly resumeAfter?: string | null;
  /** Told how far a subscription has come in the change log with nothing to tell. */
  readonly passed?: (cursor: string) => void;
  /** Told the cursor of the change that a subscription tells next. */
  readonly telling?: (cursor: string) => void;
}

/** What resolvers work with, made anew for each request, and for each change that a subscription tells. */
export interface Context {
  readonly request: RequestState;
  readonly viewer: Viewer | null;
  readonly store: Source;
  readonly fetching: Fetching;
  readonly now: () => Date;
  readonly readers: Readers;
  readonly load: Loaders;
  readonly find: Finder;
  readonly turns: Turns;
  /** In UTC. */
  readonly today: Day;
}

/** Makes the context of a request. `now` is the clock. */
export function createContext(
  store: Source,
  now: () => Date,
  request: RequestState = {},
  { fetching = null }: ContextOptions = {},
): Context {
  const viewer = request.viewer ?? null;
  return { store, now, request, viewer, fetching, ...reading(store.forRequest(), now, request.signal) };
}

/**
 * Forgets what has been loaded, and reads what is on record now: all of it, since a replica might know of a change and
 * another not yet of what it is about. The time that the request had to begin with no longer counts.
 */
export function renew(context: Context): void {
  Object.assign(context, reading(context.store.latest(), context.now));
}

function reading(readers: Readers, now: () => Date, signal?: AbortSignal) {
  const turns = createTurns(signal);
  const load = createLoaders(readers, turns);
  const today = utcDay(now());
  return { readers, load, find: new Finder(load, today), turns, today };
}

/** Finds things by row number, as they were known by the end of a day; null for what was not on record then. */
export class Finder {
  readonly #events = new Map<string, Promise<EventView | null>>();

  constructor(
    private readonly load: Loaders,
    private readonly today: Day,
  ) {}

  /** The same event as of the same day is derived once. */
  event(id: number, asOf: Day | null): Promise<EventView | null> {
    const name = `${id} ${asOf}`;
    const known = this.#events.get(name);
    if (known) return known;
    const found = this.load.event.load(id).then((record) => record && eventView(record, asOf, this.today));
    this.#events.set(name, found);
    return found;
  }

  async events(ids: Iterable<number>, asOf: Day | null): Promise<EventView[]> {
    return present(await Promise.all([...ids].map((id) => this.event(id, asOf))));
  }

  async statusChange(id: number, asOf: Day | null): Promise<StatusChangeView | null> {
    const change = await this.load.statusChange.load(id);
    const event = change && (await this.event(change.eventId, asOf));
    return (event && statusChangeViews(event).find((view) => view.record.id === id)) ?? null;
  }

  async quote(id: number, asOf: Day | null): Promise<QuoteView | null> {
    const record = await this.load.quote.load(id);
    return record && quoteView(record, asOf);
  }

  async quotes(ids: Iterable<number>, asOf: Day | null): Promise<QuoteView[]> {
    return present(await Promise.all([...ids].map((id) => this.quote(id, asOf))));
  }

  async article(id: number, asOf: Day | null): Promise<ArticleView | null> {
    const record = await this.load.article.load(id);
    return record && articleView(record, asOf);
  }

  async draft(id: number, asOf: Day | null): Promise<DraftView | null> {
    const record = await this.load.draft.load(id);
    return record && draftView(record, asOf);
  }

  async agent(id: number, asOf: Day | null): Promise<AgentView | null> {
    const record = await this.load.agent.load(id);
    return record && record.mergedIntoId === null ? agentView(record, asOf) : null;
  }

  async agents(ids: Iterable<number>, asOf: Day | null): Promise<AgentView[]> {
    return present(await Promise.all([...ids].map((id) => this.agent(id, asOf))));
  }

  async place(id: number, asOf: Day | null): Promise<PlaceView | null> {
    const record = await this.load.place.load(id);
    return record && record.mergedIntoId === null ? { __typename: "Place", record, asOf } : null;
  }

  async topics(ids: Iterable<number>, asOf: Day | null): Promise<TopicView[]> {
    const records = present(await Promise.all([...ids].map((id) => this.load.topic.load(id))));
    return records.map((record) => ({ __typename: "Topic", record, asOf }));
  }
}

/** Leaves out what is not there. */
export function present<T>(items: readonly (T | null)[]): T[] {
  return items.filter((item) => item !== null);
}
