import { isPartOfName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import type { ProposedAgent } from "../../domain/proposal.ts";
import { slugOf } from "../../domain/slug.ts";
import type { NamedNode } from "../../store/names.ts";
import type { Readers } from "../../store/readers.ts";
import { contentKey } from "./content-key.ts";
import { freeSlug } from "./free-slug.ts";
import { type Member, nameKey } from "./member.ts";

/** The organizations that drafts name, on record or new, by {@link nameKey}. */
export async function settleOrganizations(
  readers: Readers,
  named: readonly ProposedAgent[],
): Promise<ReadonlyMap<string, Member>> {
  const { agents } = readers;
  return settle(readers, "ORGANIZATION", named, {
    byId: async (id) => (await agents.byId([id]))[0],
    byKey: async (key) => (await agents.byKey("ORGANIZATION", [key]))[0],
    isSlug: async (slug) => (await agents.bySlug("ORGANIZATION", [slug])).length > 0,
  });
}

/** The same for places. */
export async function settlePlaces(
  readers: Readers,
  names: readonly string[],
): Promise<ReadonlyMap<string, Member>> {
  const { places } = readers;
  const named = names.map((name) => ({ name, aliases: [] }));
  return settle(readers, "PLACE", named, {
    byId: async (id) => (await places.byId([id]))[0],
    byKey: async (key) => (await places.byKey([key]))[0],
    isSlug: async (slug) => (await places.bySlug([slug])).length > 0,
  });
}

type Known = Pick<Member, "key" | "slug" | "name"> & { readonly id: number };

interface Finders {
  readonly byId: (id: number) => Promise<Known | undefined>;
  readonly byKey: (key: string) => Promise<Known | undefined>;
  readonly isSlug: (slug: string) => Promise<boolean>;
}

async function settle(
  { names }: Readers,
  type: "ORGANIZATION" | "PLACE",
  named: readonly { readonly name: string; readonly aliases: readonly string[] }[],
  { byId, byKey, isSlug }: Finders,
): Promise<ReadonlyMap<string, Member>> {
  const settled = new Map<string, Member>();
  const slugs = new Set<string>();
  for (const [folded, mentions] of groupBy(named, ({ name }) => nameKey(name))) {
    const key = keyNamed(type, folded);
    const name = mentions[0]?.name ?? folded;
    const bearer = theOne(await names.bearing(type, name));
    const known = (await byKey(key)) ?? (bearer === null ? undefined : await byId(bearer));
    if (known !== undefined) {
      const { id, slug } = known;
      settled.set(folded, {
        id,
        key: known.key,
        slug,
        name: known.name,
        aliases: [],
        needless: [],
        isNew: false,
      });
      continue;
    }
    const slug = await freeSlug(
      slugOf(name) ?? type.toLowerCase(),
      async (one) => slugs.has(one) || (await isSlug(one)),
    );
    slugs.add(slug);
    const others = mentions.flatMap(({ aliases }) => aliases).filter((alias) => !isPartOfName(alias, name));
    const aliases = [...groupBy(others, nameKey).values()].flatMap(([first]) => first ?? []);
    settled.set(folded, { id: null, key, slug, name, aliases, needless: [], isNew: true });
  }
  return settled;
}

/** The key of a place that is put on record under a name. */
export function placeKey(name: string): string {
  return keyNamed("PLACE", nameKey(name));
}

function keyNamed(type: "ORGANIZATION" | "PLACE", folded: string): string {
  return contentKey(type.toLowerCase(), folded);
}

/** The one who has the name as its own, or else the only one who bears it; null where that is nobody or unclear. */
function theOne(bearers: readonly NamedNode[]): number | null {
  const own = bearers.filter((one) => one.own);
  const [first, ...others] = own.length > 0 ? own : bearers;
  return first !== undefined && others.length === 0 ? first.id : null;
}
