import { describe, expect, it } from "vitest";
import { found, names } from "./found.ts";

describe("People by name", () => {
  it.each([
    ["Transport Minister Ngozi Adeleke opened the bridge.", ["Ngozi Adeleke"]],
    ["The blaze killed Marta Quill, 34, and injured two others.", ["Marta Quill"]],
    ["“It was over in seconds,” said Odhran Fitzsimmons, a baker.", ["Odhran Fitzsimmons"]],
    [
      "Talks were led by Anders Holm, Birgitta Ek and Pierre-Yves Le Gall.",
      ["Anders Holm", "Birgitta Ek", "Pierre-Yves Le Gall"],
    ],
    [
      "Sheikh Hamad bin Tariq al-Masri met Ursula van der Berg.",
      ["Hamad bin Tariq al-Masri", "Ursula van der Berg"],
    ],
    [
      "Police said J. P. O’Hara and Thomas W. Reed Jr. were detained.",
      ["J. P. O’Hara", "Thomas W. Reed Jr."],
    ],
    ["President Park Min-ho called Zhou Weiming on Friday.", ["Park Min-ho", "Zhou Weiming"]],
    ["Will Parker said Mark Stone had left.", ["Will Parker", "Mark Stone"]],
    ["Peter and Louise Hartmann sold the farm.", ["Louise Hartmann", "Peter Hartmann"]],
    ["Acme chief executive Zoran Petković resigned.", ["Zoran Petković"]],
    ["“[Colonel Ivan] Drozdov! Where are you?” Pavel Sorokin asked.", ["Pavel Sorokin", "Ivan Drozdov"]],
    ["Turkish president Yıldırım spoke. Yıldırım left early.", ["Yıldırım"]],
    ["Marina Kowal's lawyer, Tim Shaw, declined to comment.", ["Marina Kowal", "Tim Shaw"]],
    ["The plan, Kowalski said, was old.", ["Kowalski"]],
  ])("%s", (text, expected) => {
    expect(names(text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    "Shares of Procter & Gamble fell in New York on Monday.",
    "Hurricane Carla hit San Juan, Puerto Rico, in August.",
    "The USS Gerald R. Ford left the Gulf of Mexico.",
    "The Clean Rivers Act passed the House of Representatives.",
    "She won the Golden Boot award at Lake Placid.",
    "Borussia Dortmund beat Atlético Madrid in the Copa del Sol.",
    "According to The New York Times, Black Friday sales rose.",
    "Mount Elbrus and Fort Worth were named in the Wilson Report.",
  ])("finds nobody: %s", (text) => {
    expect(names(text)).toEqual([]);
  });

  it("makes nobody of a headline alone, and of those who wrote the text", () => {
    const text = "Crowds Cheer Rosa Lindt In Bern\nThousands came to the square.\nHelen Marsh\n";
    expect(names(text)).toEqual([]);
    expect(
      names("Rain stops play\nBy Helen Marsh\nIt rained.\n(Reporting by Omar Said; Editing by Ann Lee)"),
    ).toEqual([]);
  });

  it("gathers what shortens a name under the fullest form", () => {
    const [person] = found(
      "Storm hits: Vega warns\nPresident Alicia Vega spoke. Vega’s office agreed, and Ms. Vega left.",
    );
    expect(person).toMatchObject({ name: "Alicia Vega", aliases: ["Vega"], gender: "FEMALE" });
    expect(person?.mentions).toHaveLength(4);
  });

  it("names both in a compound", () => {
    const text = "Ivo Brandt met Carl Osei on Monday. The Brandt-Osei meeting lasted an hour.";
    const [brandt, osei] = found(text);
    expect(brandt?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Ivo Brandt",
      "Brandt",
    ]);
    expect(osei?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(["Carl Osei", "Osei"]);
  });

  it("tells apart two of the same surname by the form of address", () => {
    const text = "Ruth Amsel and her brother David Amsel own the shop. Mrs. Amsel runs it.";
    const ruth = found(text).find(({ name }) => name === "Ruth Amsel");
    expect(ruth?.mentions.filter(({ form }) => form === "NAME")).toHaveLength(2);
  });
});

describe("Roles", () => {
  it.each([
    [
      "Peru's Deputy Trade Minister Luis Cano resigned.",
      "Deputy Trade Minister",
      "Peru",
      "Peru's Deputy Trade Minister Luis Cano",
    ],
    [
      "The Danish foreign minister, Jens Lund, agreed.",
      "foreign minister",
      "Denmark",
      "Danish foreign minister, Jens Lund",
    ],
    [
      "South Korean President Han Ji-won agreed.",
      "President",
      "South Korea",
      "South Korean President Han Ji-won",
    ],
    [
      "Carla Roth, the head of the Alpine Council, agreed.",
      "head",
      "Alpine Council",
      "Carla Roth, the head of the Alpine Council",
    ],
    ["Northwind CEO Brian Tully agreed.", "CEO", "Northwind", "Northwind CEO Brian Tully"],
    ["Hugh Marsh, a retired doctor, agreed.", "retired doctor", null, "Hugh Marsh, a retired doctor"],
    [
      "Iran's foreign ministry spokesman Reza Karimi agreed.",
      "foreign ministry spokesman",
      "Iran",
      "Iran's foreign ministry spokesman Reza Karimi",
    ],
    ["Sen. Paula Greer agreed.", "Sen.", null, "Sen. Paula Greer"],
  ])("%s", (text, title, organization, passage) => {
    const roles = found(text).flatMap((entity) => entity.roles);
    expect(
      roles.map((role) => ({ ...role, passage: text.slice(role.passage.start, role.passage.end) })),
    ).toContainEqual({
      title,
      organization,
      passage,
    });
  });
});
