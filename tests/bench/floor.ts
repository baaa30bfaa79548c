import { createServer } from "node:http";
import { z } from "zod";
import { floorAnswers } from "./floor-answers.ts";
import { announce, databasePath } from "./served.ts";

// What a server written by hand for one question costs: no GraphQL, no routes, no limits.

const Request = z.object({ variables: z.object({ slug: z.string() }) });
const answer = floorAnswers(databasePath());

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => void chunks.push(chunk));
  request.on("end", () => {
    const { variables } = Request.parse(JSON.parse(Buffer.concat(chunks).toString()));
    const body = Buffer.from(JSON.stringify({ data: answer(variables.slug) }));
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  announce(address.port);
});
