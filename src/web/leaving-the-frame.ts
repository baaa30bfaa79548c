/**
 * A page that stands in a frame of another site, with links that leave the frame where they lead to another page. Those within
 * the page, and to more of it, stay in the frame. It is our own markup, in which "<" stands only where a tag begins and
 * attributes are quoted.
 */
export function leavingTheFrame(html: string): string {
  return html.replace(/<a (?=[^>]*href="(?:\/|https?:))/g, '<a target="_top" ');
}
