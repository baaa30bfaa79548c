import { DatelineError } from "../../../domain/errors.ts";
import { foldedName, isPartOfName } from "../../../domain/folded-name.ts";
import type { WordPlaces } from "../../../domain/word-places.ts";

/** Somebody or something that a text names, in one part or several. */
export interface Bearer {
  /** As the text has it. */
  readonly name: string;
  readonly aliases: readonly string[];
}

interface Entry {
  readonly name: string;
  readonly aliases: Set<string>;
  /** Numbers of the parts whose answers have it as somebody of their own. */
  readonly parts: Set<number>;
}

/** A name, and not a pronoun or a description: letters of scripts without case are as good as capitals. */
const NAME = /[\p{Lu}\p{Lt}\p{Lo}]/u;

/** Names of one type that the answers about the parts of a text give, and who bears them. */
export class Names {
  readonly #entries = new Map<string, Entry>();

  /**
   * @param places of the whole text
   * @param shortens whether a name may stand for a longer one that has its words: “Stone” for “Bob Stone”
   */
  constructor(
    private readonly places: WordPlaces,
    private readonly shortens: boolean,
  ) {}

  /**
   * @param part null where somebody is only referred to
   * @returns the name as the text has it
   * @throws DatelineError PASSAGE_NOT_FOUND where it has not
   */
  add(given: string, aliases: readonly string[], part: number | null): string {
    const name = this.places.asWritten(given);
    if (name === null) throw new DatelineError("PASSAGE_NOT_FOUND", "this name is not in the text");
    if (!NAME.test(name)) throw new DatelineError("INVALID_DRAFT", "this is no name");
    const key = foldedName(name);
    const entry = this.#entries.get(key) ?? { name, aliases: new Set(), parts: new Set() };
    this.#entries.set(key, entry);
    for (const alias of aliases) if (foldedName(alias) !== key) entry.aliases.add(alias);
    if (part !== null) entry.parts.add(part);
    return name;
  }

  /** Everybody, by their fullest names, in the order in which they came; and who bears any of the names given. */
  resolve(): { readonly bearers: readonly Bearer[]; readonly fullest: (name: string) => string } {
    const aliases = new Map<string, Set<string>>();
    const fullNames = new Map<string, string>();
    for (const [key, entry] of this.#entries) {
      const { name } = this.#bearer(entry);
      fullNames.set(key, name);
      const known = aliases.get(name) ?? new Set();
      for (const one of [entry.name, ...entry.aliases]) if (one !== name) known.add(one);
      aliases.set(name, known);
    }
    return {
      bearers: [...aliases].map(([name, others]) => ({ name, aliases: [...others] })),
      fullest: (name) => fullNames.get(foldedName(name)) ?? name,
    };
  }

  /** Who an entry is: the only other one that has its name as an alias or in its own, unless one answer has both. */
  #bearer(entry: Entry): Entry {
    const others = [...this.#entries.values()].filter(
      (other) =>
        // A strict order, so that nobody turns out to be themselves.
        other.name.length > entry.name.length &&
        ![...entry.parts].some((part) => other.parts.has(part)) &&
        ([...other.aliases].some((alias) => foldedName(alias) === foldedName(entry.name)) ||
          (this.shortens && isPartOfName(entry.name, other.name))),
    );
    const [only, ...more] = others;
    return only === undefined || more.length > 0 ? entry : this.#bearer(only);
  }
}
