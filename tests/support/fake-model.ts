import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { z } from "zod";

const Body = z.object({
  model: z.string(),
  temperature: z.number().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.record(z.string(), z.unknown()).optional(),
});

/** A request as the server saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: z.output<typeof Body>;
}

/** How a request is answered. */
export type Answer = (response: ServerResponse, request: SeenRequest) => void;

/** What {@link startFakeModel} started. */
export interface FakeModel {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
}

/** A server in place of a language model's, which gives the answers in turn, the last one again and again. */
export async function startFakeModel(...answers: readonly Answer[]): Promise<FakeModel> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const one = {
      path: request.url ?? "",
      authorization: request.headers.authorization,
      body: await read(request),
    };
    const answer = answers[Math.min(seen.length, answers.length - 1)];
    seen.push(one);
    answer?.(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `http://127.0.0.1:${address.port}/v1`, seen };
}

async function read(request: IncomingMessage): Promise<SeenRequest["body"]> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return Body.parse(JSON.parse(text));
}

/** What a model says, as its server passes it on. */
export function says(content: string | null, more: Readonly<Record<string, unknown>> = {}): Answer {
  return (response) => {
    const choices = [{ index: 0, finish_reason: "stop", message: { role: "assistant", content, ...more } }];
    const usage = { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: "1", object: "chat.completion", choices, usage }));
  };
}

/** Drafts as a model says them. */
export const drafts = (lists: Readonly<Record<string, unknown>>): Answer => says(JSON.stringify(lists));

/** An answer with a status, and what else there is. */
export function status(code: number, text = "", headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(code, headers);
    response.end(text);
  };
}

/** A problem as OpenAI's server puts it. */
export function problem(code: number, message: string, more: Readonly<Record<string, unknown>> = {}): Answer {
  return status(code, JSON.stringify({ error: { message, type: "invalid_request_error", ...more } }));
}

/** Never answers. */
export const hangs: Answer = () => {};
