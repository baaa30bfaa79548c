import { Agent, request } from "node:http";

/** What a round of requests took. */
export interface RoundResult {
  readonly requests: number;
  readonly seconds: number;
  /** Of each request, in milliseconds, ascending. */
  readonly latencies: readonly number[];
}

/** Sends questions over keep-alive connections. */
export class Client {
  readonly #agent: Agent;

  constructor(
    private readonly port: number,
    private readonly connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Posts a body to `/graphql`, and returns the answer. Throws where the status is not 200. */
  ask(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.#agent,
          host: "127.0.0.1",
          port: this.port,
          method: "POST",
          path: "/graphql",
          headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => void chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const answer = Buffer.concat(chunks);
            if (response.statusCode === 200) resolve(answer.toString());
            else reject(new Error(`${response.statusCode}: ${answer.toString().slice(0, 200)}`));
          });
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });
  }

  /** Keeps all connections busy for a time, each with the next body as soon as it has an answer. */
  async drive(nextBody: () => string, seconds: number): Promise<RoundResult> {
    const latencies: number[] = [];
    const start = performance.now();
    const end = start + seconds * 1_000;
    const work = async () => {
      for (let asked = performance.now(); asked < end; ) {
        await this.ask(nextBody());
        const answered = performance.now();
        latencies.push(answered - asked);
        asked = answered;
      }
    };
    await Promise.all(Array.from({ length: this.connections }, work));
    const took = (performance.now() - start) / 1_000;
    // While others are driven, the server closes what is idle, maybe just when it is used again.
    this.#agent.destroy();
    return { requests: latencies.length, seconds: took, latencies: latencies.sort((a, b) => a - b) };
  }

  close(): void {
    this.#agent.destroy();
  }
}
