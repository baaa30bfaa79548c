import { createServer, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** What a receiver got. */
export interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A receiver that listens until the test is over. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The type and key of each change, in the order in which they came; those that came again too. */
  changes(): string[];
}

/** How a receiver answers its nth request, from 0. */
export type Answer = (response: ServerResponse, nth: number) => void;

/** Starts a receiver on this machine. */
export async function receiver(answer: Answer): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    answer(response, received.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The receiver has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    received,
    changes: () => received.flatMap(({ body }) => changesIn(body)),
  };
}

/** The ids of what a body tells of. */
export function changesIn(body: string): string[] {
  const { data } = JSON.parse(body) as { data: { changes: { nodeId: string }[] } };
  return data.changes.map(({ nodeId }) => Buffer.from(nodeId, "base64url").toString());
}
