import { describe, expect, it } from "vitest";
import { quotedOf } from "./quotes-of.ts";

const kind = (words: string) => quotedOf(`Anna Berg said "${words}" on Monday.\n`)[0]?.kind;

describe("direct and partial quotations", () => {
  it.each([
    "we are late",
    "The plan is dead.",
    "Today, in this town, is a day of joy.",
    "The plan, which nobody liked, is dead.",
    "it's a disgrace",
    "Leave now.",
    "Where is the money?",
    "Are you ready?",
    "not easy, but we managed it",
    "What is good for the bank is good for the town.",
    "the roof of the house collapsed",
    "Sparks of fire flew around",
    "Millions of people, not only those who sell cars, people who work on cars are going to be hurt.",
  ])("DIRECT: %s", (words) => expect(kind(words)).toBe("DIRECT"));

  it.each([
    "dead in the water",
    "a sad day",
    "everything we can to help",
    "anyone who stands in our way",
    "destroy anyone who stands in our way",
    "are not leaving the country",
    "has signed for six years",
    "a plan devised by fools",
    "the most advanced operating system in the world",
    "to let the banks become wards of the state",
    "excellent",
    "people who lied to us",
    "no longer able to guarantee the safety of patients",
  ])("PARTIAL: %s", (words) => expect(kind(words)).toBe("PARTIAL"));
});
