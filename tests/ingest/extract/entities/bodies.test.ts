import { describe, expect, it } from "vitest";
import { found, names } from "./found.ts";

describe("Organizations and places", () => {
  it.each([
    ["The Ministry of Culture and Sport declined.", ["Ministry of Culture and Sport"]],
    ["Northwind Holdings Inc. fell.", ["Northwind Holdings Inc."]],
    ["Carmaker Veloce said sales rose.", ["Veloce"]],
    ["Oslo urged Ankara to wait.", ["Oslo", "Ankara"]],
    ["An agreement between Norway and Chile was signed.", ["Norway", "Chile"]],
  ])("organizations: %s", (text, expected) => {
    expect(names(text, "ORGANIZATION")).toEqual(expected);
  });

  it.each([
    ["Two people died in Tulsa, Oklahoma, on Monday.", ["Tulsa", "Oklahoma"]],
    ["The fire near Lake Wembury spread to Norway.", ["Lake Wembury", "Norway"]],
    ["Japan was hit by a storm in August.", ["Japan"]],
  ])("places: %s", (text, expected) => {
    expect(names(text, "PLACE")).toEqual(expected);
  });

  it.each([
    "Kowalski said sales rose.",
    "In a statement, Haraldsson denied it.",
    "Reports say sales rose.",
    "Weber told reporters.",
  ])("no organizations: %s", (text) => expect(names(text, "ORGANIZATION")).toEqual([]));

  it("ties an abbreviation and a short form to the name", () => {
    const [body] = found("The Alpine Rescue Service (ARS) sent help. ARS said nobody was hurt.");
    expect(body).toMatchObject({ name: "Alpine Rescue Service", aliases: ["ARS"] });
  });

  it("has a country’s seat of government and the country as one that acts", () => {
    const bodies = found("Moscow refused. Russia has not received a letter.").filter(
      ({ kind }) => kind === "ORGANIZATION",
    );
    expect(bodies).toMatchObject([{ name: "Russia", aliases: ["Moscow"] }]);
  });
});
