/** What stands before the names. */
const BY = /^\s*(?:(?:written|reported|posted)\s+)?(?:by|von|par|por|door|av|af|di)\s*:?\s+/iu;
const BETWEEN = /\s*(?:[,;|/•·]|\s(?:and|und|et|y|e|en|och|og|&|with)\s)\s*/iu;
/** Words of which a name of a person has none. */
const NO_PERSON =
  /\b(?:staff|news|newsroom|editors?|editorial|desk|agency|agencies|press|reporters?|correspondents?|team|times|post|journal|wire|writers?|bureau|media|online|redaktion|rédaction|redacción|admin|guest|contributors?)\b/iu;

/** What is longer than this, in UTF-16 units, is no byline. */
const LONGEST = 1000;

/** The people that a byline names: "By Ada Li and Bo Ek, Daily Bridge" has two. Agencies and desks are nobody. */
export function bylineNames(byline: string): string[] {
  if (byline.length > LONGEST) return [];
  return byline
    .replace(BY, "")
    .split(BETWEEN)
    .map((name) =>
      name
        .replace(/\(.*?\)|<.*?>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .filter(isName);
}

/** Two to five words, each of letters, that begin and end with a capital where the script has them. */
function isName(text: string): boolean {
  const words = text.split(" ");
  if (words.length < 2 || words.length > 5 || NO_PERSON.test(text)) return false;
  return (
    words.every((word) => /^[\p{L}\p{M}.'’-]+$/u.test(word)) &&
    [words[0], words.at(-1)].every((word) => !/^\p{Ll}/u.test(word ?? ""))
  );
}
