import type { Store } from "../../src/store/open.ts";
import { pageRoutes } from "../../src/web/routes.tsx";

/** The moment at which pages are looked at. */
export const NOW = new Date("2025-12-01T12:00:00Z");

/** The page of the seed story. */
export const TOPIC = "/topics/putin-trump-summit";

/** Asks a store's pages for one. */
export async function getPage(store: Store, path: string, headers: Record<string, string> = {}) {
  const response = await pageRoutes(store, () => NOW).request(`http://localhost${path}`, { headers });
  return { response, html: await response.text() };
}

/** What a reader reads: without scripts and tags, and with spaces where these were. */
export function textOf(html: string): string {
  return html
    .replace(/<script[^>]*>.*?<\/script>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
