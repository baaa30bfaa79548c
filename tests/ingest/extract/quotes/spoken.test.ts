import { describe, expect, it } from "vitest";
import { CAST, quotedOf } from "./quotes-of.ts";

const found = (text: string) => quotedOf(`${CAST}\n${text}\n`).map(({ words }) => words);

describe("words in quotation marks that nobody says", () => {
  it.each([
    'Joe "the Rat" Smith was arrested on Monday.',
    'The gangster, known as "Big Tony", was arrested.',
    'They nicknamed the bridge "Old Rusty" at once.',
    'The film "Gone with the Wind" was shown in Leeds.',
    'She starred in "The Long Night" in 2004.',
    'A novel entitled "rivers of the moon" won the prize.',
    'The band played "Yellow River" twice.',
    'The so-called "caliphate" fell in 2019.',
    'The term "bank run" dates to 1857.',
    'The name means "white water" in Welsh.',
    'A process called "fracking" was used.',
    'He got an "A" in history.',
    '"The Long Night" opens on Friday.',
  ])("%s", (text) => expect(found(text)).toEqual([]));

  it("leaves out what is named as not said", () => {
    expect(found('Berg spoke of "guests" rather than "migrants".')).toEqual(["guests"]);
  });
});

describe("words in quotation marks that somebody says", () => {
  it.each([
    ['Berg called it "The Great Betrayal of Our Time", she said.', "The Great Betrayal of Our Time"],
    ['What Bell called "a disaster" went on.', "a disaster"],
    ['Fans chanted "We Want Jones" for an hour.', "We Want Jones"],
    ['Bell used the word "genocide" twice.', "genocide"],
    ['"Never," said Bell.', "Never,"],
    ['"No," replies Bell.', "No,"],
    ['Berg said: "London Calling."', "London Calling."],
  ])("%s", (text, words) => expect(found(text)).toEqual([words]));
});
