import type { DatelineError } from "../../../domain/errors.ts";
import type { ExtractorSettings } from "../../../domain/extractor-settings.ts";
import { ANSWER_SCHEMA, type Envelope, readAnswer } from "./answer.ts";
import type { Bill } from "./cost.ts";
import { unavailable, unusable } from "./failures.ts";
import { OPTIONALS, type Optional, request } from "./request.ts";

/** A turn of a conversation. */
export interface Message {
  readonly role: "system" | "user";
  readonly content: string;
}

/** What asking takes from outside. */
export interface Surroundings {
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 to 1, exclusive. */
  readonly random: () => number;
  /** Told why it is asked again, and after how long. */
  readonly onWait?: ((why: string, waitMs: number) => void) | undefined;
}

/** Why an attempt came to nothing. */
interface Setback {
  readonly why: string;
  /** How long the server asks to wait, in milliseconds. */
  readonly asked: number | null;
  /** What it is where no attempt is left. */
  readonly failure: (why: string) => DatelineError;
}

/** The pause after the first attempt; it doubles with each. */
const FIRST_PAUSE_MS = 1_000;
/** Who is asked to wait longer than this gives up. */
const LONGEST_PAUSE_MS = 120_000;

/** Asks a model for drafts, again where that may help, and remembers what its server does not take. */
export class Model {
  readonly #left = new Set<Optional>(OPTIONALS);

  constructor(
    private readonly settings: ExtractorSettings,
    private readonly bill: Bill,
    private readonly outside: Surroundings,
  ) {}

  /**
   * The lists of an answer; what is in them has not been looked at.
   *
   * @throws DatelineError EXTRACTOR_UNAVAILABLE or NOT_EXTRACTED, with what was wrong the last time
   */
  async ask(messages: readonly Message[]): Promise<Envelope> {
    let objection: string | null = null;
    for (let attempt = 1; ; ) {
      const reply = await request(this.settings, this.#body(messages, objection), this.outside.now);
      this.bill.add(reply.usage);
      if (reply.kind === "FAILED") throw reply.error;
      if (reply.kind === "WITHOUT") {
        // Each at most once, so that this ends.
        if (!this.#left.delete(reply.what)) throw unusable(`its server does not take ${reply.what}`);
        continue;
      }
      const answer = reply.kind === "SAID" ? readAnswer(reply.content) : reply;
      if ("people" in answer) return answer;
      objection = reply.kind === "SAID" ? answer.why : null;
      await this.#wait(attempt++, {
        why: objection === null ? answer.why : `its answer cannot be used: ${objection}`,
        asked: reply.kind === "AGAIN" ? reply.waitMs : null,
        failure: reply.kind === "AGAIN" && !reply.aboutText ? unavailable : unusable,
      });
    }
  }

  /** Waits before the next attempt, unless that was the last, or it would take too long. */
  async #wait(attempt: number, { why, asked, failure }: Setback): Promise<void> {
    const { attempts } = this.settings;
    const pause = this.#pause(attempt, asked);
    const tooLong = pause > LONGEST_PAUSE_MS;
    if (attempt >= attempts || tooLong) {
      const tried = `after ${attempt} ${attempt === 1 ? "attempt" : "attempts"}`;
      throw failure(`${why} (${tooLong ? `asked to wait ${Math.ceil(pause / 1000)} seconds` : tried})`);
    }
    this.outside.onWait?.(why, pause);
    await this.outside.sleep(pause);
  }

  /** As long as the server asks for, and somewhat longer each time, so that not all who wait come back at once. */
  #pause(attempt: number, asked: number | null): number {
    const pause = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + this.outside.random() / 2);
    return asked === null
      ? Math.min(pause, LONGEST_PAUSE_MS)
      : asked + this.outside.random() * FIRST_PAUSE_MS;
  }

  #body(messages: readonly Message[], objection: string | null): Readonly<Record<string, unknown>> {
    const isHeldToForm = this.#left.has("response_format");
    const form = isHeldToForm
      ? []
      : [{ role: "system", content: `Answer with JSON of this schema:\n${JSON.stringify(ANSWER_SCHEMA)}` }];
    const again =
      objection === null
        ? []
        : [
            {
              role: "user",
              content: `Your last answer could not be used: ${objection}. Answer with the JSON alone.`,
            },
          ];
    return {
      model: this.settings.model,
      messages: [...form, ...messages, ...again],
      ...(this.#left.has("temperature") && { temperature: 0 }),
      ...(isHeldToForm && {
        response_format: {
          type: "json_schema",
          json_schema: { name: "drafts", strict: true, schema: ANSWER_SCHEMA },
        },
      }),
    };
  }
}
