/** What a key lets its holder do, each with what the ones before it may: read, write, and look after the server. */
export const SCOPES = ["READER", "EDITOR", "ADMIN"] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks, where that is known: the holder of a key. */
export interface Viewer {
  /** What the key is called, and what the change log calls its holder. */
  readonly name: string;
  readonly scope: Scope;
  /** The key's public name, which tells it from others: never its secret. */
  readonly key: string;
}

/** Whether somebody may do what takes a scope. Strangers have none. */
export function mayAct(viewer: Viewer | null, needed: Scope): boolean {
  return viewer !== null && SCOPES.indexOf(viewer.scope) >= SCOPES.indexOf(needed);
}
