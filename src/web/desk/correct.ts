import { EVENT_STATUSES } from "../../domain/model.ts";
import type { Ask } from "../ask.ts";
import {
  AmendEvent,
  AmendPerson,
  Lift,
  Merge,
  MoveQuote,
  RecordStatus,
  UndoMerge,
  Withdraw,
} from "./correct-mutations.ts";
import { findTyped, slugIn } from "./find.ts";
import { linesOf, written } from "./form.ts";
import { type Problem, problem, whyNot } from "./refusal.ts";

type Given = Readonly<Record<string, string>>;

/** Fields of the forms, by the parts of inputs that they are. */
const FIELDS = {
  title: "title",
  place: "place",
  description: "description",
  outcome: "outcome",
  name: "name",
  aliases: "aliases",
  to: "to",
  date: "date",
  effective: "effective",
  article: "article",
  exact: "exact",
  fact: "fact",
  reason: "reason",
  into: "into",
  quote: "quote",
  speaker: "speaker",
};

/**
 * Does what a form of a page of corrections asks for.
 *
 * @returns why not, for whoever sent it; null where it was done
 */
export async function correct(ask: Ask, given: Given): Promise<Problem | null> {
  const { once = "", revision = "" } = given;
  const sent = { idempotencyKey: once };
  switch (given["action"]) {
    case "amend-event": {
      const input = {
        ...sent,
        event: given["event"] ?? "",
        expectedRevision: revision,
        title: given["title"] ?? "",
        place: written(given["place"]),
        description: written(given["description"]),
        outcome: written(given["outcome"]),
      };
      return whyNot((await ask(AmendEvent, { input })).amendEvent, FIELDS);
    }
    case "amend-person": {
      const input = {
        ...sent,
        agent: given["person"] ?? "",
        expectedRevision: revision,
        name: given["name"] ?? "",
        aliases: linesOf(given["aliases"]),
      };
      return whyNot((await ask(AmendPerson, { input })).amendPerson, FIELDS);
    }
    case "status":
      return recordStatus(ask, given);
    case "withdraw": {
      const [fact = "", expectedRevision = null] = (given["fact"] ?? "").split(" ");
      const input = { ...sent, fact, expectedRevision, reason: given["reason"] ?? "" };
      return whyNot((await ask(Withdraw, { input })).withdrawFact, FIELDS);
    }
    case "lift": {
      const input = { ...sent, correction: given["correction"] ?? "" };
      return whyNot((await ask(Lift, { input })).liftWithdrawal, FIELDS);
    }
    case "merge-event":
      return merge(ask, given, "event");
    case "merge-person":
      return merge(ask, given, "person");
    case "undo-merge":
      return whyNot(
        (await ask(UndoMerge, { input: { ...sent, merge: given["merge"] ?? "" } })).undoMerge,
        FIELDS,
      );
    case "move-quote":
      return moveQuote(ask, given);
    default:
      return problem("The form came without something it needs. Load the page again.");
  }
}

async function recordStatus(ask: Ask, given: Given): Promise<Problem | null> {
  const to = EVENT_STATUSES.find((status) => status === given["to"]);
  if (to === undefined) return problem("Say what became of it.", "to");
  const exact = written(given["exact"])?.replaceAll("\r\n", "\n") ?? null;
  const input = {
    idempotencyKey: given["once"] ?? "",
    event: given["event"] ?? "",
    expectedRevision: written(given["revision"]),
    to,
    date: written(given["date"]),
    effective: written(given["effective"]),
    evidence: [{ article: slugIn(given["article"]), exact }],
  };
  return whyNot((await ask(RecordStatus, { input })).recordStatusChange, FIELDS);
}

async function merge(ask: Ask, given: Given, kind: "person" | "event"): Promise<Problem | null> {
  const typed = given["into"] ?? "";
  const into = await findTyped(ask, kind, typed);
  if (into === null) {
    const advice = "give the address of the page of the one that stays";
    return problem(`There is no ${kind} “${slugIn(typed)}” on record: ${advice}.`, "into");
  }
  const input = {
    idempotencyKey: given["once"] ?? "",
    from: given[kind] ?? "",
    into,
    expectedRevision: written(given["revision"]),
  };
  return whyNot((await ask(Merge, { input })).merge, FIELDS);
}

async function moveQuote(ask: Ask, given: Given): Promise<Problem | null> {
  const [quote = "", revision = ""] = (given["quote"] ?? "").split(" ");
  const slug = slugIn(given["speaker"]);
  const input = {
    idempotencyKey: given["once"] ?? "",
    quote,
    expectedRevision: revision,
    speaker: slug === "" ? null : { person: slug },
  };
  return whyNot((await ask(MoveQuote, { input })).moveQuote, FIELDS);
}
