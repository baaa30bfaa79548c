import pg from "pg";
import { Watchers } from "../watchers.ts";
import type { Notice } from "./server.ts";

/** The channel on which every transaction that writes says so. */
export const WRITES = "dateline_writes";

/** Between two tries to connect, in milliseconds: at first, and at most. */
const RETRY_FIRST = 100;
const RETRY_AT_MOST = 5_000;

/** How often watchers are told though nothing was heard, in milliseconds: some proxies let no notification through. */
const TELL_ANYWAY = 5_000;

interface Listening {
  client: pg.Client | null;
  stopped: boolean;
  /** Tells watchers though nothing was heard. */
  readonly timer: NodeJS.Timeout;
  retry?: NodeJS.Timeout;
}

/**
 * Hears of writes by any process (LISTEN), over a connection of its own that is made again whenever it breaks, while
 * somebody wants to know. What was missed meanwhile is made good by telling everybody once it is there again.
 */
export class WriteListener {
  readonly #watchers = new Watchers(
    () => this.#start(),
    () => void this.close(),
  );
  #listening: Listening | null = null;

  constructor(
    private readonly url: string,
    private readonly notice: Notice,
  ) {}

  watch(onWrite: () => void): () => void {
    return this.#watchers.add(onWrite);
  }

  async close(): Promise<void> {
    const listening = this.#listening;
    this.#listening = null;
    if (listening === null) return;
    listening.stopped = true;
    clearInterval(listening.timer);
    clearTimeout(listening.retry);
    await listening.client?.end().catch(() => undefined);
  }

  #start(): void {
    const timer = setInterval(() => this.#watchers.tell(), TELL_ANYWAY).unref();
    this.#listening = { client: null, stopped: false, timer };
    void this.#connect(this.#listening, RETRY_FIRST);
  }

  async #connect(listening: Listening, retryAfter: number): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "dateline listener",
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    let again = false;
    const reconnect = (error: unknown) => {
      if (listening.stopped || again) return;
      again = true;
      listening.client = null;
      if (retryAfter === RETRY_FIRST) this.notice("Writes of other servers are not heard of for now.", error);
      client.end().catch(() => undefined);
      const next = Math.min(retryAfter * 2, RETRY_AT_MOST);
      listening.retry = setTimeout(() => void this.#connect(listening, next), retryAfter).unref();
    };
    client.on("error", reconnect);
    client.on("end", () => reconnect(new Error("The connection ended.")));
    client.on("notification", () => this.#watchers.tell());
    try {
      await client.connect();
      if (listening.stopped) return void (await client.end());
      listening.client = client;
      await client.query(`listen ${WRITES}`);
      // From here on everything is heard; what came before is to be looked for.
      retryAfter = RETRY_FIRST;
      this.#watchers.tell();
    } catch (error) {
      reconnect(error);
    }
  }
}
