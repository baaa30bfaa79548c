import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tables } from "../../store/schema/tables.ts";

/** What a reference names. */
export type ReferredTo = "agent" | "place" | "event";

type Row = Readonly<Record<string, unknown>>;

/** A table with references to what may be merged. */
export interface ReferringTable {
  /** The property that the table has among the tables. */
  readonly name: string;
  readonly table: SQLiteTable;
  /** Properties that refer, and to what. */
  readonly references: Readonly<Record<string, ReferredTo>>;
  /**
   * What makes rows the same, given with the references that they would have: of those that are, one stands for the others,
   * which stay where they were. Undefined: no two are ever the same.
   */
  readonly sameness?: (row: Row) => readonly unknown[];
  /** The column of evidence that names such a row, which goes on to the row that stands for it. */
  readonly evidence?: "changeId" | "participationId" | "relationId" | "roleId";
  /** Whether a row would say nothing with the references that it would have: it then stays where it was, too. */
  readonly saysNothing?: (row: Row) => boolean;
  /** What its references are then, where it is seen there. */
  readonly nothing?: Row;
}

/** All tables that refer to people, organizations, places and events, but for evidence and the topics of events. */
export function referringTables(tables: Tables): ReferringTable[] {
  const { participation, role, quote, claim, articleAuthor, event, place } = tables;
  const { statusChange, eventRelation, quoteAbout, withdrawal } = tables;
  return [
    {
      name: "participation",
      table: participation,
      references: { eventId: "event", agentId: "agent" },
      sameness: (row) => [row["eventId"], row["agentId"], row["role"]],
      evidence: "participationId",
    },
    {
      name: "role",
      table: role,
      references: { agentId: "agent", organizationId: "agent" },
      sameness: (row) => [row["agentId"], row["organizationId"], row["title"], row["held"]],
      evidence: "roleId",
    },
    {
      name: "statusChange",
      table: statusChange,
      references: { eventId: "event" },
      sameness: (row) => [row["eventId"], row["to"], row["effective"], row["newDate"]],
      evidence: "changeId",
    },
    {
      name: "eventRelation",
      table: eventRelation,
      references: { eventId: "event", otherId: "event" },
      sameness: (row) => [row["eventId"], row["kind"], row["otherId"]],
      evidence: "relationId",
      saysNothing: (row) => row["eventId"] === row["otherId"],
    },
    {
      name: "quote",
      table: quote,
      references: { speakerId: "agent", speakerForId: "agent", relaysId: "agent", saidAtId: "event" },
    },
    {
      name: "quoteAbout",
      table: quoteAbout,
      references: { eventId: "event" },
      sameness: (row) => [row["quoteId"], row["eventId"]],
    },
    {
      name: "claim",
      table: claim,
      references: { agentId: "agent" },
      sameness: (row) => [row["evidenceId"], row["agentId"]],
    },
    {
      name: "articleAuthor",
      table: articleAuthor,
      references: { agentId: "agent" },
      sameness: (row) => [row["articleId"], row["agentId"]],
    },
    {
      name: "withdrawal",
      table: withdrawal,
      references: { eventId: "event" },
      // That an event was withdrawn says nothing of the one that it is merged into; that a part was, does.
      saysNothing: (row) => ["changeId", "participationId", "relationId"].every((part) => row[part] === null),
    },
    { name: "event", table: event, references: { placeId: "place" } },
    {
      name: "place",
      table: place,
      references: { withinId: "place" },
      saysNothing: (row) => row["withinId"] === row["id"],
      nothing: { withinId: null },
    },
  ];
}
