import type { RoleDraft } from "../../../domain/draft.ts";
import type { AnsweredOrganization, AnsweredPerson } from "./answer.ts";
import type { PartReader } from "./part-reader.ts";

/** A role with its holder, by a name that the text has. Spans count UTF-16 units. */
export interface GatheredRole extends RoleDraft {
  readonly holder: string;
}

/** Takes a person down; gives their roles. Throws where the text does not name them. */
export function readPerson(part: PartReader, { name, aliases, roles }: AnsweredPerson): GatheredRole[] {
  const { names, refusals } = part.whole;
  const holder = names.PERSON.add(name, [], part.number);
  names.PERSON.add(holder, otherNames(part, holder, aliases), part.number);
  return roles.flatMap(({ title, organization, passage }) => {
    const what = `${title} (role of ${holder})`;
    const written = part.wordsIfThere(`role of ${holder}`, title);
    if (written === null) return [];
    const place = refusals.attempt(what, () => part.locate(passage));
    if (place === null) return [];
    const at = organization === null ? null : { type: "ORGANIZATION" as const, name: organization };
    const held = at && part.agentIfThere(what, at);
    const { start, end } = place;
    return { holder, title: written, organization: held?.name ?? null, passage: { start, end } };
  });
}

/** Takes an organization down. Throws where the text does not name it. */
export function readOrganization(part: PartReader, { name, aliases }: AnsweredOrganization): void {
  const { ORGANIZATION } = part.whole.names;
  const written = ORGANIZATION.add(name, [], part.number);
  ORGANIZATION.add(written, otherNames(part, written, aliases), part.number);
}

function otherNames(part: PartReader, name: string, aliases: readonly string[]): string[] {
  return aliases.flatMap((alias) => part.wordsIfThere(`other name of ${name}`, alias) ?? []);
}
