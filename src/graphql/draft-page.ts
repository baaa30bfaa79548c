import type { ArgBuilder } from "@pothos/core";
import type { Day } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import { foldedName } from "../domain/folded-name.ts";
import type { DraftKind, DraftState } from "../domain/model.ts";
import type { DraftOrder } from "../store/draft-conditions.ts";
import { type Draft, type DraftFilter, type DraftPosition, draftPosition } from "../store/drafts.ts";
import { builder, type SchemaTypes } from "./builder.ts";
import { type Connection, type PageArgs, pageRequest, readPage } from "./connection.ts";
import type { Context } from "./context.ts";
import { decodeDraftPosition, encodeDraftPosition } from "./draft-cursor.ts";
import { DraftKindEnum, DraftStateEnum } from "./enums.ts";
import { DraftRef } from "./refs.ts";
import { type DraftView, draftView } from "./views.ts";

export const DraftConnection = builder.connectionObject(
  { type: DraftRef, name: "DraftConnection", description: "A page of drafts." },
  { name: "DraftEdge", description: "A draft on a page." },
);

const STATES = "Only drafts about which this was decided; those that wait for a decision where left out.";

export const DraftFilterInput = builder.inputType("DraftFilter", {
  description: "Narrows a list of drafts; all conditions hold together.",
  fields: (t) => ({
    topic: t.string({ description: "Only of articles of the topic with this slug." }),
    article: t.string({ description: "Only of the article with this slug." }),
    person: t.string({
      description:
        "Only what bears a name of this person's (a slug): quotes they speak, events they take part in, and who they are.",
    }),
    kinds: t.field({ type: [DraftKindEnum], description: "Only drafts of these kinds." }),
    states: t.field({ type: [DraftStateEnum], description: STATES }),
    minConfidence: t.float({ description: "Only drafts that are at least so sure, 0 to 1." }),
    maxConfidence: t.float({ description: "Only drafts that are at most so sure, 0 to 1." }),
  }),
});

/** The argument that says which drafts of an article are asked for. */
export function draftStatesArg(arg: ArgBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>>) {
  return arg({ type: [DraftStateEnum], description: STATES });
}

type Given<T> = T | null | undefined;

/**
 * The filter that a client gave as the store knows it; null where it names something that is not on record.
 *
 * @throws DatelineError INVALID_PAGE for a confidence that is none
 */
export async function draftFilter(
  { load }: Context,
  given: {
    readonly topic?: Given<string>;
    readonly article?: Given<string>;
    readonly person?: Given<string>;
    readonly kinds?: Given<readonly DraftKind[]>;
    readonly states?: Given<readonly DraftState[]>;
    readonly minConfidence?: Given<number>;
    readonly maxConfidence?: Given<number>;
  },
): Promise<DraftFilter | null> {
  const { topic, article, person, kinds, states, minConfidence, maxConfidence } = given;
  for (const [name, value] of Object.entries({ minConfidence, maxConfidence })) {
    if (typeof value === "number" && !(value >= 0 && value <= 1)) {
      throw new DatelineError("INVALID_PAGE", `\`${name}\` is ${value}; it may be 0 to 1.`);
    }
  }
  const inTopic = await (typeof topic === "string" ? load.topicBySlug.load(topic) : undefined);
  const ofArticle = await (typeof article === "string" ? load.articleBySlug.load(article) : undefined);
  const bearer = await (typeof person === "string" ? load.personBySlug.load(person) : undefined);
  if (inTopic === null || ofArticle === null || bearer === null) return null;
  const aliases = bearer === undefined ? [] : await load.aliases.load(bearer.id);
  const names = bearer && [bearer.name, ...aliases.map((row) => row.alias)].map(foldedName);
  return {
    topicId: inTopic?.id,
    articleId: ofArticle?.id,
    bearer: names && { type: "PERSON", names },
    kinds: kinds ?? undefined,
    states: states ?? undefined,
    minConfidence: minConfidence ?? undefined,
    maxConfidence: maxConfidence ?? undefined,
  };
}

/**
 * A page of drafts; an empty one where the filter is null.
 *
 * @throws DatelineError INVALID_PAGE, INVALID_CURSOR or TOO_SLOW
 */
export function draftPage(
  { readers, turns }: Context,
  { orderBy, ...args }: PageArgs & { readonly orderBy?: Given<DraftOrder> },
  filter: DraftFilter | null,
  asOf: Day | null,
): Promise<Connection<DraftView>> {
  const order = orderBy ?? "TEXT_ORDER";
  const position = (draft: Draft) => draftPosition(draft, order);
  return readPage(
    turns,
    pageRequest<DraftPosition>(args, decodeDraftPosition),
    {
      read: async (range, limit) => (filter === null ? [] : readers.drafts.list(filter, order, range, limit)),
      cursor: (draft) => encodeDraftPosition(position(draft)),
      position,
      total: async () => (filter === null ? { count: 0, exact: true } : readers.drafts.count(filter)),
    },
    async (drafts) => drafts.map((draft) => draftView(draft, asOf)),
  );
}
