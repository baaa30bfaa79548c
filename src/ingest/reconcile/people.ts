import type { PersonDraft } from "../../domain/draft.ts";
import { groupBy } from "../../domain/group-by.ts";
import { foldText } from "../../domain/search-text.ts";
import { byKeys, type Clusters, cluster, type Pair } from "./cluster.ts";
import { compareNames, type PersonName, personName, spelling } from "./names.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** A person as one article drafts them, or as the record has them. */
export interface PersonTold {
  /** Of the draft, or of the person on record. */
  readonly key: string;
  readonly name: string;
  /** Other names that the record has for them. */
  readonly aliases: readonly string[];
  readonly roles: readonly Pick<PersonDraft["roles"][number], "title" | "organization">[];
  /** Topics that they are told in, each by a name that it does not share. */
  readonly topics: readonly string[];
  /** People on record were told apart by an editor: no two are brought together. */
  readonly onRecord: boolean;
}

/**
 * Brings together the people that several articles name. Equal full names are one person. Another spelling, a shortened given
 * name or an initial is the same where nobody else in the story has a name that agrees as well; a surname alone is
 * whoever in the same topic is the only one to bear it.
 */
export function reconcilePeople(people: readonly PersonTold[], thresholds = THRESHOLDS.person): Clusters {
  const byKey = byKeys(people.map((person) => ({ ...person, names: namesOf(person) })));
  const bearers = [...byKey.values()].flatMap((person) => person.names.map((parts) => ({ person, parts })));
  const blocks = groupBy(bearers, ({ parts }) => spelling(parts.surname));
  const pairs = [...blocks.values()].flatMap((block) => {
    const units = unitsOf(block);
    return [...units.flatMap(pairsWithin), ...pairsBetween(units)];
  });
  return cluster(byKey, pairs, thresholds, {
    apart: (one, other) => one.some((a) => other.some((b) => mustStayApart(a, b))),
    // Whoever is drafted by the same name is the same to others.
    face: ({ key, onRecord, names }) => (onRecord ? key : ` ${names[0]?.whole}`),
  });
}

interface Named extends PersonTold {
  /** Their own first. */
  readonly names: readonly PersonName[];
}

interface Bearer {
  readonly person: Named;
  readonly parts: PersonName;
}

function namesOf({ name, aliases }: PersonTold): PersonName[] {
  const names = [name, ...aliases].map(personName);
  return [...new Map(names.map((parts) => [parts.whole, parts])).values()];
}

function mustStayApart(one: Named, other: Named): boolean {
  if (one.onRecord && other.onRecord) return true;
  return one.names.every((a) => other.names.every((b) => compareNames(a, b) === "DIFFERENT"));
}

/** People of one name: of a full name anywhere, of a single name in one topic. */
interface Unit {
  readonly parts: PersonName;
  readonly members: readonly Named[];
  readonly topics: ReadonlySet<string>;
  /** Their titles and organizations, folded. */
  readonly roles: ReadonlySet<string>;
}

function unitsOf(block: readonly Bearer[]): Unit[] {
  const told = block.flatMap(({ person, parts }) =>
    parts.given.length > 0
      ? [{ name: parts.whole, parts, person }]
      : person.topics.map((topic) => ({ name: `${parts.whole}\n${topic}`, parts, person })),
  );
  return [...groupBy(told, ({ name }) => name).values()].flatMap((group): Unit[] => {
    const members = group.map(({ person }) => person);
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        parts: first.parts,
        members,
        topics: new Set(members.flatMap(({ topics }) => topics)),
        roles: new Set(members.flatMap(rolesOf)),
      },
    ];
  });
}

function rolesOf({ roles }: PersonTold): string[] {
  return roles.flatMap(({ title, organization }) =>
    [title, organization].flatMap((words) => (words === null ? [] : [foldText(words)])),
  );
}

/** Those of one name are one person, but where the record knows several of that name. */
function pairsWithin(unit: Unit): Pair[] {
  const { parts, members } = unit;
  const [score, reason] =
    parts.given.length > 0 ? [1, "the same name"] : [0.91, "the same single name in the same topic"];
  const known = knownBearers(unit);
  if (known.length <= 1) {
    const [first = members[0]] = known;
    return members.flatMap((other) =>
      first === undefined || other === first || (other.onRecord && first.onRecord)
        ? []
        : [{ one: first.key, other: other.key, score, reason }],
    );
  }
  return members
    .filter(({ onRecord }) => !onRecord)
    .flatMap((drafted) => {
      const near = known.filter((person) => person.topics.some((topic) => drafted.topics.includes(topic)));
      return known.map((person) => {
        const only = near.length === 1 && near[0] === person;
        const why = only ? "the only one of that name in the topic" : "one of several of that name";
        return { one: person.key, other: drafted.key, score: only ? 0.92 : 0.6, reason: why };
      });
    });
}

/** Those whose names agree without being equal. */
function pairsBetween(units: readonly Unit[]): Pair[] {
  return units.flatMap((one, index) =>
    units.slice(index + 1).flatMap((other): Pair[] => {
      const match = compareNames(one.parts, other.parts);
      if (match === "DIFFERENT" || match === "EQUAL") return [];
      const rivals = (unit: Unit, near: Unit) =>
        units.some(
          (rival) =>
            rival !== unit &&
            compareNames(rival.parts, near.parts) === match &&
            compareNames(rival.parts, unit.parts) === "DIFFERENT" &&
            !rival.members.some((person) => person.onRecord && unit.members.includes(person)) &&
            (match === "VARIANT" || meet(rival.topics, near.topics)),
        );
      const [these, those] = [standingFor(one), standingFor(other)];
      const several = these.length > 1 || those.length > 1;
      const rivalled = several || rivals(one, other) || rivals(other, one);
      const topic = meet(one.topics, other.topics);
      const [role] = [...one.roles].filter((words) => other.roles.has(words)).toSorted();
      const judged = judge(match, { rivalled, topic, role: role !== undefined });
      if (judged === null) return [];
      const reason = role === undefined ? judged.reason : `${judged.reason}, and both are “${role}”`;
      return these.flatMap((a) =>
        those.flatMap((b) => (a === b ? [] : [{ one: a.key, other: b.key, score: judged.score, reason }])),
      );
    }),
  );
}

/** Those on record who bear a name, or else one of those who are drafted by it: the rest are brought together with them. */
function standingFor(unit: Unit): readonly Named[] {
  const known = knownBearers(unit);
  return known.length > 0 ? known : unit.members.slice(0, 1);
}

/** Those on record who have a name as their own; where it is nobody's own, those who have it besides. */
function knownBearers({ parts, members }: Unit): readonly Named[] {
  const known = members.filter(({ onRecord }) => onRecord);
  const own = known.filter(({ names }) => names[0]?.whole === parts.whole);
  return own.length > 0 ? own : known;
}

interface Circumstances {
  /** Whether somebody else's name agrees as well. */
  readonly rivalled: boolean;
  readonly topic: boolean;
  readonly role: boolean;
}

function judge(match: "VARIANT" | "SURNAME", { rivalled, topic, role }: Circumstances) {
  if (match === "SURNAME") {
    if (topic && !rivalled) return { score: 0.92, reason: "the only one of that surname in the topic" };
    if (!topic && !role) return null;
    return { score: role && topic ? 0.9 : 0.5, reason: "the same surname" };
  }
  if (rivalled) return { score: role ? 0.9 : 0.6, reason: "another form of a name that others share" };
  return { score: topic || role ? 0.93 : 0.7, reason: "another form of the name" };
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const topic of one) if (other.has(topic)) return true;
  return false;
}
