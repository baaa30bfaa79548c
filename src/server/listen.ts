import { createServer, type Server } from "node:http";
import { isIPv6, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { DatelineError } from "../domain/errors.ts";
import type { App } from "./app.ts";
import { MAX_BODY_BYTES } from "./dependencies.ts";
import { fastListener } from "./fast/listener.ts";
import type { Logger } from "./log.ts";

/** A server that accepts connections. */
export interface Listening {
  /** Where a browser on this machine finds it. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops gracefully: accepts no more connections, lets running requests finish, and cuts off those that take
   * longer than the timeout.
   */
  close(): Promise<void>;
}

/** Where to listen, and how long to wait at the end. */
export interface ListenOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly logger: Logger;
  /** How long running requests may take once the server is closing, in milliseconds. */
  readonly shutdownTimeoutMs?: number;
}

/** How often connections that have become idle are closed while the server is closing, in milliseconds. */
const SWEEP_EVERY = 25;

/**
 * Serves an app on a port.
 *
 * @throws DatelineError INVALID_CONFIG when the address or the port cannot be had
 */
export async function listen(
  app: App,
  { host, port, logger, shutdownTimeoutMs = 10_000 }: ListenOptions,
): Promise<Listening> {
  const ordinary = getRequestListener((request, { incoming }) =>
    app.fetch(request, incoming.socket.remoteAddress),
  );
  const server = createServer(app.plain ? fastListener(app.plain, ordinary, MAX_BODY_BYTES) : ordinary);
  const closeUnused = trackUnused(server);
  await bind(server, host, port);
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const url = urlOf(host, bound);
  logger.info({ url, host, port: bound }, "listening");

  let closed: Promise<void> | undefined;
  return {
    url,
    port: bound,
    close() {
      closed ??= stop(server, app, { closeUnused, logger, timeoutMs: shutdownTimeoutMs });
      return closed;
    },
  };
}

async function bind(server: Server, host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port }, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    const advice = adviceOn(error, host, port);
    throw advice === undefined ? error : new DatelineError("INVALID_CONFIG", advice);
  }
}

function adviceOn(error: unknown, host: string, port: number): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE": {
      const other = port < 65_535 ? port + 1 : port - 1;
      return `Port ${port} on ${host} is taken. Stop what is using it, or choose another: PORT=${other} (PORT=0 takes any free one).`;
    }
    case "EACCES":
      return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=4000.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${host} is not an address of this machine. Set HOST to one, such as 127.0.0.1 or 0.0.0.0.`;
    default:
      return undefined;
  }
}

/**
 * Browsers open connections ahead of requests, and Node counts one that never carried a request as busy.
 *
 * @returns a function that closes those
 */
function trackUnused(server: Server): () => void {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
}

interface StopOptions {
  readonly closeUnused: () => void;
  readonly logger: Logger;
  readonly timeoutMs: number;
}

async function stop(
  server: Server,
  app: App,
  { closeUnused, logger, timeoutMs }: StopOptions,
): Promise<void> {
  const disconnected = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => {
    server.closeIdleConnections();
    closeUnused();
  }, SWEEP_EVERY);
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      logger.warn({ timeoutMs }, "cutting off requests that are still running");
      server.closeAllConnections();
      resolve();
    }, timeoutMs);
  });
  // A request whose client has gone is still running: what it reads from must not be closed under it.
  await Promise.race([Promise.all([disconnected, app.close()]), deadline]);
  clearInterval(sweep);
  clearTimeout(timer);
  logger.info("stopped");
}

/** Where a browser on this machine finds a server that listens on a host and a port. */
export function urlOf(host: string, port: number): string {
  return `http://${reachableHost(host)}:${port}`;
}

function reachableHost(host: string): string {
  if (["0.0.0.0", "::", "127.0.0.1", "::1", "localhost"].includes(host)) return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}
