import { randomUUID } from "node:crypto";
import { EMPTY_STORY, type Story, type StoryEvidence } from "../domain/story.ts";
import { asciiSlug } from "../ingest/ascii-slug.ts";
import { freeSlug } from "../ingest/drafts/free-slug.ts";
import type { DisputingInput, SupportingInput } from "./inputs.ts";
import { refuseInput } from "./refusals.ts";

type Path = readonly (string | number)[];

/**
 * A story of what an editor wrote by hand, which knows for each of its parts where in the input it came from: that is what
 * messages name.
 */
export class HandStory {
  readonly #paths = new WeakMap<object, Path>();

  /** Notes where a part came from. */
  from<Part extends object>(part: Part, ...path: Path): Part {
    this.#paths.set(part, path);
    return part;
  }

  /** Evidence as an editor gives it. */
  evidence(
    pieces: readonly SupportingInput[],
    stance: StoryEvidence["stance"],
    ...path: Path
  ): StoryEvidence[] {
    return pieces.map((piece, index) => this.piece(piece, stance, ...path, index));
  }

  /** One piece of it. */
  piece(
    given: SupportingInput | DisputingInput,
    stance: StoryEvidence["stance"],
    ...path: Path
  ): StoryEvidence {
    const { claimedBy = [], part = "BODY", ...rest } = given;
    if (rest.exact === undefined && (rest.prefix !== undefined || rest.suffix !== undefined)) {
      refuseInput("Words around a passage say nothing without the passage: give `exact`, too.", ...path);
    }
    return this.from({ ...rest, part, claimedBy, stance, method: "HUMAN" }, ...path);
  }

  /** The story, with what it has. */
  story(parts: Partial<Omit<Story, "at">>): Story {
    return {
      ...EMPTY_STORY,
      ...parts,
      at: (part, ...path) => ["input", ...(this.#paths.get(part) ?? []), ...path].join("."),
    };
  }
}

/** The key of something that an editor puts on record. */
export function newKey(): string {
  return randomUUID();
}

/**
 * The slug of something new: the one that is wanted, refused where it is taken; else one made from its name, that is free.
 */
export async function slugFor(
  wanted: string | undefined,
  name: string,
  isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
  if (wanted === undefined) return freeSlug(asciiSlug(name) ?? newKey().slice(0, 8), isTaken);
  if (await isTaken(wanted)) refuseInput(`The slug "${wanted}" is taken: choose another.`, "slug");
  return wanted;
}
