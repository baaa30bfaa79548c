import type { JSX } from "hono/jsx/jsx-runtime";

/** A page that is shown with status 400: what was asked for cannot be, and the page says why and helps to mend it. */
export class Refused {
  constructor(readonly page: JSX.Element) {}
}
