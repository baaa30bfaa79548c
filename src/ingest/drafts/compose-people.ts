import { foldedName } from "../../domain/folded-name.ts";
import { groupBy } from "../../domain/group-by.ts";
import type { StoryPerson, StoryRole } from "../../domain/story.ts";
import type { Role } from "../../store/agents.ts";
import type { Draft } from "../../store/drafts.ts";
import { evidenceAt, textOf } from "./drafted-text.ts";
import type { Material } from "./material.ts";
import { asAgent, type Member } from "./member.ts";

/** Composes people from their drafts, with their roles, and those whom other drafts name. */
export async function composePeople({ readers, texts, cast }: Material, drafts: readonly Draft[]) {
  const facts = new Map<string, string>();
  const roles = new Map<Member, StoryRole[]>();
  const known = await rolesOnRecord();
  for (const draft of drafts) {
    const { payload, article } = draft;
    if (payload.kind !== "PERSON") continue;
    const member = cast.member(article.key, { ...payload, type: "PERSON" });
    facts.set(draft.key, member.key);
    const held = roles.get(member) ?? [];
    roles.set(member, held);
    for (const { title, organization, passage } of payload.roles) {
      const of = organization === null ? undefined : cast.member(article.key, organization).slug;
      const before = known(member).find(
        (role) => foldedName(role.title) === foldedName(title) && role.holder === of,
      );
      const key = before?.key ?? `${member.key}/${[of, foldedName(title)].filter(Boolean).join("/")}`;
      const evidence = [evidenceAt(draft, textOf(texts, draft), passage)];
      const again = held.find((role) => role.key === key);
      // A role that is known gets another piece of evidence, and stays as it is.
      if (again !== undefined)
        held[held.indexOf(again)] = { ...again, evidence: [...again.evidence, ...evidence] };
      else {
        const when = before?.held?.edtf;
        held.push({ key, title: before?.title ?? title, organization: of, when, evidence });
      }
    }
  }
  return { people: [...withRoles(cast.people(), roles)], facts };

  async function rolesOnRecord(): Promise<(member: Member) => readonly RoleOfHolder[]> {
    const members = drafts.flatMap(({ payload, article }) =>
      payload.kind === "PERSON" ? cast.member(article.key, { ...payload, type: "PERSON" }) : [],
    );
    const found = await readers.agents.roles([...new Set(members.flatMap(({ id }) => id ?? []))]);
    const holders = await readers.agents.byId([
      ...new Set(found.flatMap((role) => role.organizationId ?? [])),
    ]);
    const slugs = new Map(holders.map(({ id, slug }) => [id, slug]));
    const byAgent = groupBy(
      found.map((role) => ({ ...role, holder: slugs.get(role.organizationId ?? 0) })),
      ({ agentId }) => agentId,
    );
    return ({ id }) => (id === null ? [] : (byAgent.get(id) ?? []));
  }
}

type RoleOfHolder = Role & { readonly holder: string | undefined };

function* withRoles(
  people: readonly StoryPerson[],
  roles: ReadonlyMap<Member, readonly StoryRole[]>,
): Iterable<StoryPerson> {
  const held = new Map([...roles].map(([member, own]) => [member.key, { member, own }]));
  for (const person of people) {
    const { own = [] } = held.get(person.key ?? "") ?? {};
    held.delete(person.key ?? "");
    yield { ...person, roles: own };
  }
  for (const { member, own } of held.values()) {
    if (own.length > 0) yield { ...asAgent(member), roles: own };
  }
}
