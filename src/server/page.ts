import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

const STYLE = `
:root { color-scheme: light dark; --link: light-dark(#0b57d0, #9cc2ff); --line: light-dark(#d8d8d8, #444); }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
a:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
dt { font-weight: 600; margin-top: .75rem; }
dd { margin: 0; }
pre { border: 1px solid var(--line); border-radius: .375rem; padding: .75rem 1rem; overflow-x: auto; font-size: .875rem; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .75rem; font-size: .875rem; }
`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** The policy that pages of {@link page} are sent with: no script, no other host, and only the style that is in it. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A page of ours, whole. */
export function page(title: string, main: HtmlEscapedString | Promise<HtmlEscapedString>, version: string) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
${main}
</main>
<footer>Dateline ${version}</footer>
</body>
</html>
`;
}
