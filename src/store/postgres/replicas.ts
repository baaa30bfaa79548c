import type { Pool } from "pg";
import { z } from "zod";
import type { Engine } from "../engine.ts";
import type { PostgresSettings } from "../settings.ts";
import { postgresEngine } from "./engine.ts";
import { isUnavailable, type Notice, openPool, type Run, runOn, type Statement } from "./server.ts";

/** How often replicas are looked at, in milliseconds. */
const LOOK_EVERY = 1_000;

/** How long a server may take to say how far it is, in milliseconds. */
const LOOK_WITHIN = 3_000;

/** How far a replica may be behind the primary, in milliseconds; one that is further behind is left out. */
const MOST_BEHIND = 10_000;

/** A place in the primary's write-ahead log. */
type Position = bigint;

/** The server that is copied. */
interface Primary {
  readonly run: Run;
  readonly pool: Pool;
}

interface Replica {
  /** Host and port: what an operator knows it by. */
  readonly name: string;
  readonly pool: Pool;
  readonly engine: Engine;
  /** How far it has come; null while it does not answer. */
  replayed: Position | null;
  /** Whether reads went to it when that was last told; null before the first look. */
  used: boolean | null;
}

/**
 * The replicas that reads are spread over. One that does not answer, or is too far behind, is left out until it is back;
 * a statement that fails on it for that reason is run on the primary, which is never behind what the replica showed
 * before. What this process has written, it sees: replicas that have not come that far are left out as well.
 */
export class ReplicaSet {
  readonly #replicas: readonly Replica[];
  readonly #primary: Primary;
  readonly #notice: Notice;
  /** Where the primary was when, oldest first, from a little before {@link MOST_BEHIND} ago. */
  #seen: { readonly at: number; readonly position: Position }[] = [];
  /** What a replica must have replayed to be asked: this process's own writes. */
  #written: Position = 0n;
  /** When it became unknown how far that is. */
  #lostAt = 0;
  #next = 0;
  /** What the primary calls its database; null until it has been asked. */
  #database: string | null = null;
  readonly #watches: Watch[] = [];

  private constructor(settings: PostgresSettings, primary: Primary, notice: Notice) {
    this.#primary = primary;
    this.#notice = notice;
    this.#replicas = settings.replicas.map((url) => {
      const replica: Replica = {
        name: new URL(url).host,
        pool: openPool({ ...settings, url }, () => this.#fail(replica)),
        engine: postgresEngine((statement) => this.#read(replica, statement), primary.run),
        replayed: null,
        used: null,
      };
      return replica;
    });
  }

  /** Connects to the replicas of some settings. One that cannot be had is no error: it may come later. */
  static async open(
    settings: PostgresSettings,
    { primary, notice }: { readonly primary: Primary; readonly notice: Notice },
  ): Promise<ReplicaSet> {
    const set = new ReplicaSet(settings, primary, notice);
    if (settings.replicas.length > 0) {
      await set.notePosition();
      // Each apart: one that hangs does not keep the others from being looked at.
      set.#watches.push(new Watch(() => set.#lookAtPrimary()));
      for (const replica of set.#replicas) set.#watches.push(new Watch(() => set.#lookAt(replica)));
      await Promise.race([
        Promise.all(set.#watches.map((watch) => watch.looking)),
        new Promise((resolve) => setTimeout(resolve, LOOK_EVERY).unref()),
      ]);
    }
    return set;
  }

  get engines(): readonly Engine[] {
    return this.#replicas.map((replica) => replica.engine);
  }

  /** The engine of a replica to read from, each in its turn; null where only the primary will do. */
  pick(): Engine | null {
    const usable = this.#replicas.filter((replica) => this.#isUsable(replica));
    const replica = usable[this.#next++ % Math.max(usable.length, 1)];
    return replica?.engine ?? null;
  }

  /** Notes that this process has written: from now on replicas must have that. */
  async notePosition(): Promise<void> {
    if (this.#replicas.length === 0) return;
    try {
      this.#written = await this.#askPrimary();
    } catch {
      // The write itself is safe. That no replica is asked until the next look tells more costs only speed.
      this.#written = BEYOND_ALL;
      this.#lostAt = performance.now();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#watches.map((watch) => watch.stop()));
    await Promise.all(this.#replicas.map((replica) => replica.pool.end()));
  }

  async #read(replica: Replica, statement: Statement): Promise<unknown[]> {
    // A request that chose it before it failed does not wait for it again, nor goes back behind what it has seen since.
    if (replica.replayed === null) return this.#primary.run(statement);
    try {
      return await runOn(replica.pool, statement);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      this.#fail(replica, error);
      return this.#primary.run(statement);
    }
  }

  #fail(replica: Replica, error?: unknown): void {
    replica.replayed = null;
    this.#report(replica, error);
  }

  #isUsable({ replayed }: Replica): boolean {
    return replayed !== null && replayed >= this.#written && replayed >= this.#oldest();
  }

  /** Where the primary was {@link MOST_BEHIND} ago, as far as is known. */
  #oldest(): Position {
    const before = performance.now() - MOST_BEHIND;
    return this.#seen.findLast(({ at }) => at <= before)?.position ?? 0n;
  }

  async #askPrimary(): Promise<Position> {
    const { database, position } = await look(this.#primary.pool, "pg_current_wal_insert_lsn()");
    this.#database = database;
    return position;
  }

  async #lookAtPrimary(): Promise<void> {
    const at = performance.now();
    try {
      const position = await this.#askPrimary();
      if (this.#written === BEYOND_ALL && at > this.#lostAt) this.#written = position;
      const old = this.#seen.findLastIndex((one) => one.at <= at - MOST_BEHIND);
      this.#seen = [...this.#seen.slice(Math.max(old, 0)), { at, position }];
    } catch {
      // While it cannot be asked, replicas answer for it as far as they have come.
    }
  }

  async #lookAt(replica: Replica): Promise<void> {
    try {
      const { standby, database, position } = await look(replica.pool, "pg_last_wal_replay_lsn()");
      if (!standby) throw new Error("It is not a replica: it takes writes of its own.");
      if (this.#database !== null && database !== this.#database) {
        throw new Error(`It has the database ${database}, not ${this.#database}.`);
      }
      replica.replayed = position;
      this.#report(replica);
    } catch (error) {
      this.#fail(replica, error);
    }
  }

  /** Tells when a replica is left out and when it is taken back. */
  #report(replica: Replica, error?: unknown): void {
    const usable = this.#isUsable(replica);
    // Waiting for what has just been written is no failure.
    if (
      usable === replica.used ||
      (replica.replayed !== null && replica.replayed >= this.#oldest() && !usable)
    ) {
      return;
    }
    replica.used = usable;
    const why = replica.replayed === null ? "cannot be read from" : "is too far behind";
    this.#notice(
      usable ? `Replica ${replica.name} is read from.` : `Replica ${replica.name} ${why} and is left out.`,
      error,
    );
  }
}

/** Looks at something again and again, one look at a time, until it is stopped. */
class Watch {
  looking: Promise<void>;
  readonly #timer: NodeJS.Timeout;

  constructor(look: () => Promise<void>) {
    let busy = true;
    const begin = () =>
      look().finally(() => {
        busy = false;
      });
    this.looking = begin();
    this.#timer = setInterval(() => {
      if (busy) return;
      busy = true;
      this.looking = begin();
    }, LOOK_EVERY).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.looking;
  }
}

/** After every position: no replica has come that far. */
const BEYOND_ALL: Position = 2n ** 64n;

/** What a server says of itself, in time or not at all. */
async function look(pool: Pool, position: string) {
  const rows = await runOn(pool, {
    text: `select pg_is_in_recovery(), current_database(), (${position} - '0/0'::pg_lsn)::text`,
    values: [],
    asLists: true,
    withinMs: LOOK_WITHIN,
  });
  const [[standby, database, text]] = Look.parse(rows);
  return { standby, database, position: BigInt(text ?? 0) };
}

const Look = z.tuple([z.tuple([z.boolean(), z.string(), z.string().nullable()])]);
