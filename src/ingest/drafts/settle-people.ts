import { foldedName, isPartOfName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import { slugOf } from "../../domain/slug.ts";
import type { Agent } from "../../store/agents.ts";
import type { Readers } from "../../store/readers.ts";
import { fullestName, fullness } from "../reconcile/fullest-name.ts";
import type { NameUse } from "../reconcile/identify.ts";
import { freeContentKey } from "./content-key.ts";
import { freeSlug } from "./free-slug.ts";
import type { Member, Named } from "./member.ts";

/**
 * Finds on record the people whom drafts name, and makes up what is new: of somebody on record, forms of the name that it does not
 * know; of others key, slug and name, the fullest that the drafts have. By the ids of their identities.
 */
export async function settlePeople(
  readers: Readers,
  people: readonly Named[],
): Promise<ReadonlyMap<string, Member>> {
  const { agents } = readers;
  const onRecord = await agents.byKey(
    "PERSON",
    people.flatMap(({ identity }) => identity.known ?? []),
  );
  const byKey = new Map(onRecord.map((agent) => [agent.key, agent]));
  const aliases = groupBy(await agents.aliases(onRecord.map(({ id }) => id)), ({ agentId }) => agentId);
  const settled = new Map<string, Member>();
  const taken = { slugs: new Set<string>(), keys: new Set<string>() };
  for (const person of people) {
    const known = byKey.get(person.identity.known ?? "");
    const member =
      known === undefined
        ? await newcomer(readers, person, taken)
        : acquaintance(
            known,
            (aliases.get(known.id) ?? []).map(({ alias }) => alias),
            person,
          );
    settled.set(person.identity.id, member);
  }
  return settled;
}

/**
 * Somebody on record. Who was put there under the fullest name that drafts had goes by that which is the fullest now; a name that
 * an editor gave stays.
 */
function acquaintance(known: Agent, aliases: readonly string[], { identity, named }: Named): Member {
  const earlier = identity.acceptedNames;
  const fullest = fullestOf([...earlier, ...named]) ?? known.name;
  const renamed = fullestOf(earlier) === known.name && fullest !== known.name;
  const name = renamed ? fullest : known.name;
  const { id, key, slug } = known;
  const others = otherNames(name, [
    ...(renamed ? [known.name] : []),
    ...aliases,
    ...named.flatMap((one) => [one.name, ...one.aliases]),
  ]);
  const have = new Set(aliases.map(foldedName));
  const unknown = others.filter((alias) => !have.has(foldedName(alias)));
  const needed = new Set(others);
  // Those that an editor gave stay.
  const needless = aliases.filter((alias) => !needed.has(alias) && identity.forms.has(alias));
  const isNew = renamed || unknown.length > 0 || needless.length > 0;
  return { id, key, slug, name, aliases: unknown, needless, isNew };
}

async function newcomer(
  { agents }: Readers,
  { identity, named }: Named,
  taken: { readonly slugs: Set<string>; readonly keys: Set<string> },
): Promise<Member> {
  const name = fullestOf(named) ?? "";
  const slug = await freeSlug(
    slugOf(name) ?? "person",
    async (one) => taken.slugs.has(one) || (await agents.bySlug("PERSON", [one])).length > 0,
  );
  // Made from all that is drafted, so that it is the same whichever draft is accepted first.
  const fullest = fullestName(identity.names) ?? name;
  const key = await freeContentKey(
    "person",
    fullness(fullest) > 1 ? foldedName(fullest) : identity.id,
    identity.id,
    async (one) => taken.keys.has(one) || (await agents.byKey("PERSON", [one])).length > 0,
  );
  const aliases = otherNames(
    name,
    named.flatMap((one) => [one.name, ...one.aliases]),
  );
  taken.slugs.add(slug);
  taken.keys.add(key);
  return { id: null, key, slug, name, aliases, needless: [], isNew: true };
}

/** The fullest of names, each counted once in an article. */
function fullestOf(uses: readonly NameUse[]): string | null {
  const distinct = new Map(uses.map(({ article, name }) => [`${article}\n${name}`, name]));
  return fullestName([...distinct.values()]);
}

/** Names that say something else than a name does, or than others of them do, each once. */
function otherNames(name: string, names: readonly string[]): string[] {
  const distinct = [...groupBy(names, foldedName).values()].flatMap(([first]) => first ?? []);
  return distinct.filter(
    (one) =>
      !isPartOfName(one, name) &&
      !distinct.some((other) => isPartOfName(one, other) && !isPartOfName(other, one)),
  );
}
