import { createKey } from "../../src/access/keys.ts";
import type { Scope } from "../../src/domain/access.ts";
import type { App } from "../../src/server/app.ts";
import { createDatelineApp } from "../../src/server/dateline-app.ts";
import { createLogger } from "../../src/server/log.ts";
import type { Store } from "../../src/store/open.ts";

const ORIGIN = "http://localhost";

/** A key for somebody. Returns its secret. */
export async function keyFor(store: Store, name: string, scope: Scope = "EDITOR"): Promise<string> {
  return (await createKey(store, { name, scope, expiresAt: null }, new Date())).secret;
}

/** The server that ships, without a port. */
export function deskApp(
  store: Store,
  now: () => Date = () => new Date(),
  options: { readonly publicUrl?: string; readonly trustedProxies?: number } = {},
): App {
  return createDatelineApp(store, { logger: createLogger("silent"), graphiql: false, now, ...options });
}

/** Somebody at a browser without script: keeps cookies, follows redirects, and fills in forms as they stand. */
export class Visitor {
  #cookie = "";
  url = "";
  status = 0;
  html = "";

  constructor(
    private readonly app: App,
    private readonly address = "192.0.2.1",
  ) {}

  get cookie(): string {
    return this.#cookie;
  }

  /** Opens a page. */
  async open(path: string): Promise<string> {
    return this.#follow(new Request(new URL(path, ORIGIN), { headers: this.#headers() }));
  }

  /** Sends the form of the page that is sent to an address, with some fields filled in. */
  async send(action: string | RegExp, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const forms = [...this.html.matchAll(/<form method="post" action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
    const button = fields["action"];
    const found = forms.find(
      ([, to = "", content = ""]) =>
        (typeof action === "string" ? to === action : action.test(to)) &&
        (button === undefined || content.includes(`value="${button}"`)),
    );
    if (!found) throw new Error(`There is no form to ${action} on ${this.url}: ${this.html}`);
    const [, to = "", content = ""] = found;
    return this.post(to, { ...fieldsOf(content), ...fields });
  }

  /** Sends fields to an address, whatever the page has. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { origin: ORIGIN },
  ): Promise<string> {
    return this.#follow(this.#posting(path, fields, headers));
  }

  /** What sending fields is answered, without going where it leads. */
  answer(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return Promise.resolve(this.app.fetch(this.#posting(path, fields, { origin: ORIGIN }), this.address));
  }

  /** Signs in. */
  async signIn(key: string): Promise<string> {
    await this.open("/desk");
    return this.send("/desk/sign-in", { key });
  }

  #posting(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
  ): Request {
    return new Request(new URL(path, ORIGIN), {
      method: "POST",
      headers: { ...this.#headers(), "content-type": "application/x-www-form-urlencoded", ...headers },
      body: String(new URLSearchParams(fields)),
    });
  }

  #headers(): Record<string, string> {
    return { accept: "text/html", ...(this.#cookie === "" ? {} : { cookie: this.#cookie }) };
  }

  async #follow(request: Request): Promise<string> {
    const response = await this.app.fetch(request, this.address);
    const set = response.headers.get("set-cookie");
    if (set !== null) this.#cookie = /max-age=0/i.test(set) ? "" : (set.split(";")[0] ?? "");
    const location = response.headers.get("location");
    if (response.status === 303 && location !== null) return this.open(location);
    this.url = request.url;
    this.status = response.status;
    this.html = await response.text();
    return this.html;
  }
}

/** What a form has filled in when it is shown. */
function fieldsOf(content: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of content.matchAll(/<input[^>]*>/g)) {
    const [name, value] = [attribute(input, "name"), attribute(input, "value")];
    if (name !== undefined) fields[name] = value ?? "";
  }
  for (const [, name = "", text = ""] of content.matchAll(
    /<textarea name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields[name] = decoded(text);
  }
  for (const [, name = "", options = ""] of content.matchAll(
    /<select name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen =
      /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options);
    fields[name] = decoded(chosen?.[1] ?? "");
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
