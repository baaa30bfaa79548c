/** Words that names, titles and texts are made of; some have accents, so that characters and bytes differ. */
export const FIRST_NAMES =
  "Anna Omar Zoë Jon Mira Luis Ingrid Tariq Elena Paul Noor Søren Maya Viktor Amélie Kofi Hana Pedro Ruth Dmitri Leïla Ivan Grace Tomáš Aisha Erik Sofía Chen Nadia Björn Lucía Samuel Olga Raj Camille Yusuf Greta Mateo Irina Daniel".split(
    " ",
  );

export const LAST_NAMES =
  "Berg Said Kraus Ek Novak Ruiz Dahl Aziz Petrova Martin Haddad Jørgensen Cohen Orlov Dubois Mensah Sato Silva Klein Sokolov Benali Horvat Adeyemi Dvořák Khan Lindqvist García Wei Rahman Åkesson Moreno Okafor Ivanova Patel Laurent Demir Schmidt Torres Volkova Müller Nkosi Costa Fischer Yılmaz Rossi Nguyen Kowalski Hansen Popescu Weiß Álvarez Brown Tanaka Andersson Ferrari O'Neill Suzuki Walker Romero Bauer".split(
    " ",
  );

export const CITIES: readonly (readonly [
  name: string,
  country: string,
  latitude: number,
  longitude: number,
])[] = [
  ["Oslo", "NO", 59.91, 10.75],
  ["Geneva", "CH", 46.2, 6.14],
  ["Budapest", "HU", 47.5, 19.04],
  ["Anchorage", "US", 61.22, -149.9],
  ["Moscow", "RU", 55.76, 37.62],
  ["Washington", "US", 38.91, -77.04],
  ["Kyiv", "UA", 50.45, 30.52],
  ["Brussels", "BE", 50.85, 4.35],
  ["Istanbul", "TR", 41.01, 28.98],
  ["Riyadh", "SA", 24.71, 46.68],
  ["Beijing", "CN", 39.9, 116.41],
  ["São Paulo", "BR", -23.55, -46.63],
  ["Nairobi", "KE", -1.29, 36.82],
  ["Reykjavík", "IS", 64.15, -21.94],
  ["Vienna", "AT", 48.21, 16.37],
  ["New Delhi", "IN", 28.61, 77.21],
  ["Tōkyō", "JP", 35.68, 139.69],
  ["Canberra", "AU", -35.28, 149.13],
  ["Ottawa", "CA", 45.42, -75.7],
  ["Abu Dhabi", "AE", 24.45, 54.38],
];

export const VENUES = ["Palace", "Conference Centre", "Parliament", "Air Base", "City Hall", "University"];

export const OCCASIONS = [
  "Talks",
  "Summit",
  "Hearing",
  "Vote",
  "Phone call",
  "Ceremony",
  "Protest",
  "Inspection",
  "Exercise",
  "Briefing",
];

export const MATTERS = [
  "grain exports",
  "border security",
  "nuclear stability",
  "energy prices",
  "prisoner exchange",
  "trade tariffs",
  "fishing rights",
  "sanctions",
  "ceasefire lines",
  "climate finance",
  "airspace",
  "rail links",
  "media freedom",
  "migration",
  "water supply",
  "chip exports",
];

export const OFFICES = [
  "foreign minister",
  "deputy foreign minister",
  "spokesperson",
  "trade envoy",
  "president",
  "ambassador",
  "committee chair",
  "security adviser",
];

export const BODIES = ["Ministry", "Council", "Committee", "Union", "Agency", "Assembly", "Bank", "Court"];

export const PAPERS = ["Post", "Times", "Herald", "Tribune", "Monitor", "Gazette", "Journal", "Observer"];

export const SAYINGS = [
  "We have agreed on nothing until everything is agreed",
  "There is no date yet, and I will not guess one",
  "The door stays open, whatever was said last week",
  "Our position on this has not changed",
  "I expect the work to take months, not days",
  "Nobody asked us before it was announced",
];

/** A name as it stands in keys and addresses. */
export function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
