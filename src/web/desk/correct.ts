import { EVENT_STATUSES } from "../../domain/model.ts";
import { percentDecoded } from "../../domain/percent-decoded.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
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
import { linesOf, written } from "./form.ts";
import { whyNot } from "./refusal.ts";

type Given = Readonly<Record<string, string>>;

const Find = document(`
  query DeskFind($slug: String!) { person(slug: $slug) { id slug } event(slug: $slug) { id slug } }
`);

/**
 * Does what a form of a page of corrections asks for.
 *
 * @returns why not, for whoever sent it; null where it was done
 */
export async function correct(ask: Ask, given: Given): Promise<string | null> {
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
      return whyNot((await ask(AmendEvent, { input })).amendEvent);
    }
    case "amend-person": {
      const input = {
        ...sent,
        agent: given["person"] ?? "",
        expectedRevision: revision,
        name: given["name"] ?? "",
        aliases: linesOf(given["aliases"]),
      };
      return whyNot((await ask(AmendPerson, { input })).amendPerson);
    }
    case "status":
      return recordStatus(ask, given);
    case "withdraw": {
      const input = { ...sent, fact: given["fact"] ?? "", reason: given["reason"] ?? "" };
      return whyNot((await ask(Withdraw, { input })).withdrawFact);
    }
    case "lift": {
      const input = { ...sent, correction: given["correction"] ?? "" };
      return whyNot((await ask(Lift, { input })).liftWithdrawal);
    }
    case "merge-event":
      return merge(ask, given, "event");
    case "merge-person":
      return merge(ask, given, "person");
    case "undo-merge":
      return whyNot((await ask(UndoMerge, { input: { ...sent, merge: given["merge"] ?? "" } })).undoMerge);
    case "move-quote":
      return moveQuote(ask, given);
    default:
      return "The form came without something it needs. Load the page again.";
  }
}

async function recordStatus(ask: Ask, given: Given): Promise<string | null> {
  const to = EVENT_STATUSES.find((status) => status === given["to"]);
  if (to === undefined) return "Say what became of it.";
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
  return whyNot((await ask(RecordStatus, { input })).recordStatusChange);
}

async function merge(ask: Ask, given: Given, kind: "person" | "event"): Promise<string | null> {
  const slug = slugIn(given["into"]);
  const into = (await ask(Find, { slug }))[kind];
  if (into === null)
    return `There is no ${kind} “${slug}” on record: give the address of the page of the one that stays.`;
  const input = {
    idempotencyKey: given["once"] ?? "",
    from: given[kind] ?? "",
    into: into.id,
    expectedRevision: written(given["revision"]),
  };
  return whyNot((await ask(Merge, { input })).merge);
}

async function moveQuote(ask: Ask, given: Given): Promise<string | null> {
  const [quote = "", revision = ""] = (given["quote"] ?? "").split(" ");
  const slug = slugIn(given["speaker"]);
  const input = {
    idempotencyKey: given["once"] ?? "",
    quote,
    expectedRevision: revision,
    speaker: slug === "" ? null : { person: slug },
  };
  return whyNot((await ask(MoveQuote, { input })).moveQuote);
}

/** The slug in what may be the address of a page. */
function slugIn(text: string | undefined): string {
  const path = (text ?? "").trim().replace(/[?#].*$/, "");
  const [, last] = /\/(?:people|events|articles)\/([^/]+)\/?$/.exec(path) ?? [];
  return last === undefined ? path : percentDecoded(last);
}
