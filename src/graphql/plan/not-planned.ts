/**
 * Something that plans do not do, or that went wrong while one was followed. The request is answered in the ordinary
 * way then, which knows how to say so.
 */
export class NotPlanned extends Error {
  override readonly name = "NotPlanned";
}
