import { foldedName } from "../../domain/folded-name.ts";
import type { ProposedAgent } from "../../domain/proposal.ts";
import type { StoryAgent } from "../../domain/story.ts";
import type { Identity, NameUse } from "../reconcile/identify.ts";

/** Somebody or something that drafts name. */
export interface Member {
  /** Its row; null where it is new. */
  readonly id: number | null;
  readonly key: string;
  readonly slug: string;
  readonly name: string;
  /** Other names that it does not have on record yet. */
  readonly aliases: readonly string[];
  /** Those that it has on record and that its name says as well by now. */
  readonly needless: readonly string[];
  /** Whether something about it has to be written. */
  readonly isNew: boolean;
}

/** Somebody whom drafts name, with all names they have there, and the keys of the articles. */
export interface Named {
  readonly identity: Identity;
  readonly named: readonly (ProposedAgent & NameUse)[];
}

/** Somebody of whom something has to be written, as a part of a story. */
export function asAgent({ key, slug, name, aliases }: Member): StoryAgent {
  return { key, slug, name, aliases, sameAs: [] };
}

/** A name as it is looked up. */
export function nameKey(name: string): string {
  return foldedName(name) || name;
}
