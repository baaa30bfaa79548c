import { randomUUID } from "node:crypto";
import { applyStory } from "../../src/ingest/apply/apply-story.ts";
import { openStore } from "../../src/store/open.ts";
import { article, event, passage, story } from "../support/story.ts";

/** Something that writes while servers are asked. */
export interface Writing {
  stop(): Promise<void>;
}

/** Puts an article with an event of the first topics on record so often, from this process: another than the servers. */
export async function startWriting(database: string, perSecond: number): Promise<Writing> {
  const store = await openStore(database);
  const [topic] = await store.topics.list("", 1);
  const topics = topic === undefined ? [] : [topic.slug];
  let running: Promise<unknown> = Promise.resolve();
  const write = async () => {
    const name = `bench-${randomUUID()}`;
    const told = story({
      articles: [article(name, { topics })],
      events: [event(name, { topics, evidence: [passage(name, 1)] })],
    });
    await applyStory(store, told, { at: new Date(), actor: null });
  };
  const timer = setInterval(() => {
    running = running.then(write);
  }, 1_000 / perSecond);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await store.close();
    },
  };
}
