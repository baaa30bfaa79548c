import { isIPv6 } from "node:net";

/** What is known of the connection that a request came over. */
export interface Connection {
  /** The address at its other end. */
  readonly address: string;
}

/**
 * The address of the client that sent a request: that of the connection, or what the outermost of the proxies that are
 * trusted says (`X-Forwarded-For`, to which each adds the address it was asked from). What a client itself writes there
 * stands further left and is not believed.
 *
 * @param trusted how many proxies stand before this server
 */
export function clientAddress(address: string, headers: Headers, trusted: number): string {
  if (trusted === 0) return networkOf(address);
  const told = (headers.get("x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  return networkOf(told.at(-trusted) || address);
}

/** Whether a request came by https: to this server, or to the outermost of the proxies that are trusted. */
export function cameSecurely(url: string, headers: Headers, trusted: number): boolean {
  if (url.startsWith("https:")) return true;
  const told = (headers.get("x-forwarded-proto") ?? "").split(",").map((one) => one.trim());
  return trusted > 0 && (told.at(-trusted) ?? told.at(0)) === "https";
}

/** One client has a whole network of 2^64 addresses of IPv6, and is known by that. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = [head, tail].map((part) => part.split(":").filter((group) => group !== ""));
  const [before = [], after = []] = groups;
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":").toLowerCase();
}
