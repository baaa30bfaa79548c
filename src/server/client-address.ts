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
  if (trusted === 0) return address;
  const told = (headers.get("x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  return told.at(-trusted) || address;
}
