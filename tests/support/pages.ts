import type { Store } from "../../src/store/open.ts";
import { pageRoutes } from "../../src/web/routes.tsx";

/** The day on which pages are looked at in tests. */
export const NOW = new Date("2025-12-01T12:00:00Z");

/** The page of the seed story. */
export const TOPIC = "/topics/putin-trump-summit";

/** Asks for a page, without a server. */
export async function getPage(store: Store, path: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await pageRoutes(store, () => NOW).request(`http://localhost${path}`, { headers });
  return { response, html: await response.text() };
}

/** What a reader reads: without tags, and with spaces where these were. */
export function textOf(html: string): string {
  const read = html.replace(/<script[^>]*>.*?<\/script>/gs, "").replace(/<[^>]+>/g, " ");
  return decoded(read).replace(/\s+/g, " ");
}

/** The links of a page, in order. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = ""]) => decoded(href));
}

/** The ids on a page, in order. */
export function idsOf(html: string): string[] {
  return [...html.matchAll(/<[^>]*? id="([^"]+)"/g)].map(([, id = ""]) => decoded(id));
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
