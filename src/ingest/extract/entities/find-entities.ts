import type { AnnotatedText } from "../annotated-text.ts";
import type { Entity, Mention } from "../entity.ts";
import { type Body, findBodies } from "./bodies.ts";
import { bylineParagraphs } from "./bylines.ts";
import { joined } from "./describe-person.ts";
import { findPeople } from "./people.ts";
import type { Person } from "./person.ts";
import type { Referent } from "./referent.ts";
import { resolveMentions } from "./resolve-mentions.ts";
import { findRuns, type Run } from "./runs.ts";
import { streamsOf } from "./words.ts";

/** The people, organizations and places that a text names, and where; pronouns and role nouns given to those they stand for. */
export function findEntities(text: AnnotatedText): Entity[] {
  const bylines = bylineParagraphs(text);
  const streams = streamsOf(text).filter(({ paragraph }) => !bylines.has(paragraph));
  const runs = streams.flatMap(findRuns);
  const mayIntroduce = ({ stream }: Run) => text.paragraphs[stream.paragraph]?.kind === "BODY";
  const { people, rest } = findPeople(text, runs, mayIntroduce);
  const bodies = findBodies(text.text, rest, mayIntroduce);
  const names = [...new Set(people.flatMap(({ mentions }) => mentions.map((mention) => mention.text)))];
  // “Kamau’s lawyer” serves a person, not an organization.
  const namesSomebody = (words: string) =>
    names.some((name) => name === words || (name.length > 3 && words.endsWith(` ${name}`)));
  const found = [
    ...people.map((person) => ({
      referent: referentOfPerson(person),
      entity: entityOfPerson(person, namesSomebody),
    })),
    ...bodies.map((body) => ({ referent: referentOfBody(body), entity: entityOfBody(body) })),
  ];
  resolveMentions(
    text,
    streams,
    found.map(({ referent }) => referent),
  );
  return found.map(({ referent, entity }) => ({
    ...entity,
    mentions: inOrder([...entity.mentions, ...referent.others]),
  }));
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort((one, other) => one.start - other.start || other.end - one.end);
}

function referentOfPerson(person: Person): Referent {
  const { gender, mentions, roleHeads, countries, ages } = person;
  return { kind: "PERSON", gender, names: inOrder(named(mentions)), roleHeads, countries, ages, others: [] };
}

function referentOfBody({ kind, mentions, country }: Body): Referent {
  return {
    kind,
    gender: null,
    names: inOrder(named(mentions)),
    roleHeads: new Set(),
    countries: new Set(country === null ? [] : [country]),
    ages: new Set(),
    others: [],
  };
}

function named(mentions: readonly { readonly start: number; readonly end: number }[]): Mention[] {
  return mentions.map(({ start, end }) => ({ start, end, form: "NAME" }));
}

function entityOfPerson(person: Person, isNameOf: (words: string) => boolean): Entity {
  const name = joined(person.name);
  return {
    kind: "PERSON",
    name,
    aliases: aliasesOf(name, person.mentions),
    gender: person.gender,
    mentions: named(person.mentions),
    roles: person.roles.map((role) =>
      role.organization !== null && isNameOf(role.organization) ? { ...role, organization: null } : role,
    ),
    rule: person.rule,
    confidence: person.points >= 5 ? 0.93 : person.points >= 4 ? 0.88 : 0.7,
  };
}

function entityOfBody({ kind, name, mentions, rule, confidence }: Body): Entity {
  return {
    kind,
    name,
    aliases: aliasesOf(name, mentions),
    gender: null,
    mentions: named(mentions),
    roles: [],
    rule,
    confidence,
  };
}

/** The other forms of a name, in order of the text. */
function aliasesOf(
  name: string,
  mentions: readonly { readonly start: number; readonly text: string }[],
): string[] {
  const forms = [...mentions].sort((one, other) => one.start - other.start).map(({ text }) => text);
  return [...new Set(forms)].filter((form) => form !== name);
}
