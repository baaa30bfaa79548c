import type { Readers } from "../../store/readers.ts";
import type { Identities } from "../reconcile/identify.ts";
import type { Scope } from "../reconcile/scope.ts";
import type { Cast } from "./cast.ts";
import type { DraftedTexts } from "./drafted-text.ts";

/** What drafts are composed from. */
export interface Material {
  readonly readers: Readers;
  readonly scope: Scope;
  readonly identities: Identities;
  readonly texts: DraftedTexts;
  readonly cast: Cast;
  /** Keys of quotes on record that an editor says drafts report too, by the drafts' keys. */
  readonly sameUtterance: ReadonlyMap<string, string>;
  /** Keys of drafts that an editor says are nothing else. */
  readonly isNew: ReadonlySet<string>;
}
