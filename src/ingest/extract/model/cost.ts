import type { ExtractorSettings } from "../../../domain/extractor-settings.ts";
import type { Cost } from "../extractor.ts";

/** Tokens of one request, as a server counts them. */
export interface Usage {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Adds up what requests take. */
export class Bill {
  #requests = 0;
  #uncounted = 0;
  #tokensIn = 0;
  #tokensOut = 0;

  constructor(private readonly prices: Pick<ExtractorSettings, "priceIn" | "priceOut">) {}

  /** @param usage null where the server did not tell */
  add(usage: Usage | null): void {
    this.#requests++;
    if (usage === null) this.#uncounted++;
    this.#tokensIn += usage?.tokensIn ?? 0;
    this.#tokensOut += usage?.tokensOut ?? 0;
  }

  total(): Cost {
    const { priceIn, priceOut } = this.prices;
    const known = priceIn !== undefined || priceOut !== undefined;
    const price = (this.#tokensIn * (priceIn ?? 0) + this.#tokensOut * (priceOut ?? 0)) / 1_000_000;
    return {
      requests: this.#requests,
      tokensIn: this.#tokensIn,
      tokensOut: this.#tokensOut,
      uncounted: this.#uncounted,
      price: known ? price : null,
    };
  }
}
