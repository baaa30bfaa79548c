/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|mkt_tok|vero_id|at_medium|at_campaign|cmpid|ocid|ns_mchannel|ns_source|ns_campaign|smid|wt_mc|pk_campaign|pk_kwd|mtm_\w+)$/i;

/** Longest address that is kept, in UTF-16 units. */
const MAX_LENGTH = 2000;

/**
 * An address in the form in which articles are told apart: as URLs are written (WHATWG URL), without fragment and
 * without parameters that only track readers; the others keep their order.
 *
 * @param base what a relative address is relative to
 * @returns undefined for what is no http or https address, has a password in it, or is longer than 2,000
 */
export function normalizeUrl(written: string, base?: string): string | undefined {
  if (!URL.canParse(written.trim(), base)) return undefined;
  const url = new URL(written.trim(), base);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  url.hash = "";
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => parameter !== "" && !TRACKING.test(parameter.split("=")[0] ?? ""));
  // Set without its question mark, a query that begins with another would lose that one; set to nothing, it may keep its own.
  url.search = `?${kept.join("&")}`;
  const href = kept.length === 0 ? url.href.replace(/\?$/, "") : url.href;
  return href.length > MAX_LENGTH ? undefined : href;
}

/** The host of an address without `www.`; undefined for an address of numbers, which names nobody. */
export function domainOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.replace(/^www\./, "");
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(host) ? host : undefined;
}
