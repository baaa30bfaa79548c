import { describe, expect, it } from "vitest";
import { others } from "./found.ts";

describe("Whom pronouns and role nouns mean", () => {
  it.each([
    [
      "Governor Alma Reyes met Tom Vance on Monday. She said he was tired.",
      ["She = Alma Reyes", "he = Tom Vance"],
    ],
    [
      "Estonia's Deputy Prime Minister Jaan Tamm flew home. The Estonian official declined to comment.",
      ["The Estonian official = Jaan Tamm"],
    ],
    ["Lena Ortiz, 24, was hurt. The 24-year-old is stable.", ["The 24-year-old = Lena Ortiz"]],
    ["Belgian striker Luc Maes scored. The Belgian left at half-time.", ["The Belgian = Luc Maes"]],
    ["After his arrest, Colin Firth-Webb apologised.", ["his = Colin Firth-Webb"]],
    ["Frank Dole praised Paul Reese. “We work hard,” he said.", ["he = Frank Dole"]],
    ["Oscar Lind said the court had told him nothing.", ["him = Oscar Lind"]],
    ["Ann Fox, a plumber from Leeds, saw it. The plumber called the police.", ["The plumber = Ann Fox"]],
    [
      "Peruvian president Rosa Quispe flew out. Peru's president will return.",
      ["Peru's president = Rosa Quispe"],
    ],
    ["The Harbour Authority closed the port. It said the storm was near.", ["It = Harbour Authority"]],
  ])("%s", (text, expected) => {
    expect(others(text)).toEqual(expected);
  });

  it("gives nobody a pronoun of the other gender, nor “I”, nor a role that nobody has", () => {
    expect(
      others("Mr. Gregor Stahl left. She stayed. “I told you,” somebody said. The mayor agreed."),
    ).toEqual([]);
  });

  it("does not take the speaker for “he” within the words", () => {
    const text = "Dan Wolfe met Eric Sand. Wolfe said: “I am sure that he will come back to us.”";
    expect(others(text)).toEqual(["he = Eric Sand"]);
  });
});
