import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { DatelineError } from "../../../../src/domain/errors.ts";
import type { ExtractorSettings } from "../../../../src/domain/extractor-settings.ts";
import { type Answer, drafts, hangs, problem, says, status } from "../../../support/fake-model.ts";
import { ABOUT, asking, extractorAt, KEY, RIGHT, TEXT } from "./asked.ts";

/** Asks, and gives what comes of it. */
async function asked(answers: Answer[], settings: Partial<ExtractorSettings> = {}) {
  const { extractor, ...rest } = await asking(settings, ...answers);
  const outcome = await extractor.extract(TEXT, ABOUT).catch((error: unknown) => error);
  const error = outcome instanceof DatelineError ? outcome : null;
  if (outcome instanceof Error && error === null) throw outcome;
  return { ...rest, error, spent: extractor.spent?.() };
}

const huge: Answer = (response) => {
  const mebibyte = "x".repeat(1024 * 1024);
  let sent = 0;
  const more = () => {
    while (sent < 8 && response.write(mebibyte)) sent++;
    if (sent >= 8) response.end();
    else
      response.once("drain", () => {
        sent++;
        more();
      });
  };
  more();
};
/** Says how long its answer is, and breaks off. */
const breaksOff: Answer = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write("{");
  setImmediate(() => response.destroy());
};

describe("is asked again", () => {
  test.each<[string, Answer, RegExp]>([
    ["a server that is down", status(503, "<html>Down</html>"), /answers 503/],
    ["a server that fails", problem(500, "Boom"), /answers 500: Boom/],
    ["too many requests", problem(429, "Slow down"), /answers 429: Slow down/],
    ["no answer in time", hangs, /no answer within 0.3 seconds: set EXTRACTOR_TIMEOUT_MS/],
    ["a connection that breaks", breaksOff, /does not answer \(/],
    ["broken JSON", says('{"people": ['), /cannot be used: it is not JSON/],
    ["no JSON", says("I am only a language model."), /it is not JSON/],
    ["nothing", says(null), /it is not JSON/],
    ["JSON of another form", says('{"answer": 42}'), /it has none of people, organizations, events, quotes/],
    ["a list", says("[[]]"), /must be lists in one object/],
    ["lists that are none", says('{"people": "Bob"}'), /must be lists in one object/],
    ["what sinks a careless parser", says("[".repeat(100_000)), /it is not JSON/],
    [
      "a page in place of an answer",
      status(200, "<!doctype html>"),
      /does not answer as \/chat\/completions does/,
    ],
  ])("after %s", async (_what, answer, reason) => {
    const { error, reasons, pauses, seen } = await asked([answer, drafts(RIGHT)], { timeoutMs: 300 });
    expect(error).toBeNull();
    expect(reasons).toEqual([expect.stringMatching(reason)]);
    expect(pauses).toEqual([500]);
    expect(seen).toHaveLength(2);
  });

  test("longer after each time, and so often and no more", async () => {
    const { error, pauses, seen, spent } = await asked([status(502)], { attempts: 5 });
    expect(error).toMatchObject({ code: "EXTRACTOR_UNAVAILABLE" });
    expect(error?.message).toMatch(/answers 502 \(after 5 attempts\)\.$/);
    expect(pauses).toEqual([500, 1000, 2000, 4000]);
    expect(seen).toHaveLength(5);
    expect(spent).toMatchObject({ requests: 5, uncounted: 5, tokensIn: 0, price: null });
  });

  test("with what was wrong with the answer", async () => {
    const { seen } = await asked([says("no"), drafts(RIGHT)]);
    expect(seen[0]?.body.messages).toHaveLength(2);
    expect(seen[1]?.body.messages.at(-1)).toEqual({
      role: "user",
      content: "Your last answer could not be used: it is not JSON. Answer with the JSON alone.",
    });
  });

  test.each([
    ["seconds", "7", 7_000],
    ["a date", "Fri, 17 Oct 2025 12:00:20 GMT", 20_000],
    ["a day that is over", "Fri, 17 Oct 2025 11:00:00 GMT", 0],
    ["words", "soon", 500],
  ])("when the server says, in %s", async (_how, header, pause) => {
    const { error, pauses } = await asked([status(429, "", { "retry-after": header }), drafts(RIGHT)]);
    expect(error).toBeNull();
    expect(pauses).toEqual([pause]);
  });

  test("but not when that is in an hour", async () => {
    const { error, pauses } = await asked([status(429, "", { "retry-after": "3600" })]);
    expect(error?.code).toBe("EXTRACTOR_UNAVAILABLE");
    expect(error?.message).toMatch(/answers 429 \(asked to wait 3600 seconds\)/);
    expect(pauses).toEqual([]);
  });

  test("in vain about a text that it cannot answer about: others may go better", async () => {
    const { error } = await asked([says("no")], { attempts: 2 });
    expect(error?.code).toBe("NOT_EXTRACTED");
    expect(error?.message).toMatch(/its answer cannot be used: it is not JSON \(after 2 attempts\)/);
  });

  test.each([
    ["response_format", "This model does not support response_format."],
    ["temperature", "Unsupported value: 'temperature' does not support 0 with this model."],
  ] as const)("without %s, at once and from then on, where that is not taken", async (name, message) => {
    const { error, seen, pauses } = await asked([problem(400, message), drafts(RIGHT)]);
    expect(error).toBeNull();
    expect(pauses).toEqual([]);
    expect(seen[0]?.body).toHaveProperty(name);
    expect(seen[1]?.body).not.toHaveProperty(name);
    if (name === "response_format") expect(seen[1]?.body.messages[0]?.content).toContain('"formerDate"');
  });
});

describe("is not asked again", () => {
  test.each<[string, Answer, "EXTRACTOR_UNAVAILABLE" | "NOT_EXTRACTED", RegExp]>([
    [
      "a wrong key",
      problem(401, `Incorrect API key provided: ${KEY.slice(0, 8)}`),
      "EXTRACTOR_UNAVAILABLE",
      /refuses the key \(401\): check EXTRACTOR_KEY\.$/,
    ],
    [
      "an unknown model",
      problem(404, "The model `test-model` does not exist"),
      "EXTRACTOR_UNAVAILABLE",
      /knows no model "test-model".*\(404\): check EXTRACTOR_MODEL and EXTRACTOR_URL: The model/,
    ],
    ["an empty account", problem(402, "Pay"), "EXTRACTOR_UNAVAILABLE", /answers 402: Pay\.$/],
    [
      "a used up quota",
      problem(429, "You exceeded your quota.", { code: "insufficient_quota" }),
      "EXTRACTOR_UNAVAILABLE",
      /answers 429: You exceeded your quota/,
    ],
    [
      "an address that leads elsewhere",
      status(308, "", { location: "https://example.com" }),
      "EXTRACTOR_UNAVAILABLE",
      /answers 308, which leads elsewhere: set EXTRACTOR_URL/,
    ],
    ["a request that is not taken", problem(400, "Too long"), "NOT_EXTRACTED", /\(400\): Too long/],
    ["a huge answer", huge, "NOT_EXTRACTED", /more than 4194304 bytes/],
    [
      "an answer that is cut off",
      (response) => {
        const choices = [{ finish_reason: "length", message: { content: '{"people":' } }];
        response.end(JSON.stringify({ choices }));
      },
      "NOT_EXTRACTED",
      /cut off for its length: set EXTRACTOR_PART_LENGTH lower/,
    ],
    [
      "a model that refuses",
      says(null, { refusal: "I can't help with that." }),
      "NOT_EXTRACTED",
      /will not answer about this text: I can't help with that\.$/,
    ],
  ])("after %s", async (_what, answer, code, message) => {
    const { error, seen, pauses, spent } = await asked([answer]);
    expect(error?.code).toBe(code);
    expect(error?.message).toMatch(message);
    expect([seen.length, pauses.length, spent?.requests]).toEqual([1, 0, 1]);
  });
});

test("nobody listens: it says so", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const { extractor } = extractorAt({ url: `http://127.0.0.1:${port}/v1?key=hidden` }, { attempts: 2 });
  const asked = extractor.extract(TEXT, ABOUT);
  await expect(asked).rejects.toThrow(
    `The model cannot be asked: http://127.0.0.1:${port}/v1 does not answer (ECONNREFUSED): check EXTRACTOR_URL (after 2 attempts).`,
  );
  await expect(asked).rejects.toMatchObject({ code: "EXTRACTOR_UNAVAILABLE" });
});

test.each<[string, Answer]>([
  ["says it back", problem(400, `What is ${KEY}?`)],
  ["says it in a failure", problem(500, `Bearer ${KEY} again`)],
  ["has the model say it", says(null, { refusal: `No: ${KEY}` })],
])("the key is in no message where a server %s", async (_how, answer) => {
  const { error, reasons } = await asked([answer]);
  expect(error?.message).toContain("***");
  expect([error?.message, ...reasons].join("\n")).not.toContain(KEY);
});
