import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

/** How far a clock may be off, in seconds: what is older may be a copy that somebody sends again. */
const TOLERANCE = 300;

/** Whether a body was sent by one who knows the secret, lately. `secret` is what `dateline webhooks add` showed. */
function isGenuine(secret: string, headers: NodeJS.Dict<string | string[]>, body: Buffer): boolean {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures } = headers;
  if (typeof id !== "string" || typeof timestamp !== "string" || typeof signatures !== "string") return false;
  if (!(Math.abs(Date.now() / 1_000 - Number(timestamp)) <= TOLERANCE)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  return signatures.split(" ").some((signature) => {
    const [version, encoded = ""] = signature.split(",");
    const given = Buffer.from(encoded, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

const secret = process.env["WEBHOOK_SECRET"] ?? "";
/** Messages that were taken: one whose answer got lost comes again. A real receiver keeps them where it keeps the rest. */
const taken = new Set<string>();

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (!isGenuine(secret, request.headers, body)) {
    console.log("not genuine");
    response.writeHead(401).end();
    return;
  }
  // Answered first: what takes long is done afterwards.
  response.writeHead(204).end();
  const id = String(request.headers["webhook-id"]);
  if (taken.has(id)) return;
  taken.add(id);
  for (const { action, type } of JSON.parse(body.toString()).data.changes) console.log(action, type);
});
server.listen(Number(process.argv[2] ?? 5000), () => console.log("listening", server.address()));
