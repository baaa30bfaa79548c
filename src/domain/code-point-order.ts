/**
 * Compares two texts by code point, as SQLite's BINARY and PostgreSQL's "C" collation do. JavaScript's own `<`
 * compares UTF-16 units, which puts characters beyond U+FFFF before some that they follow.
 */
export function compareCodePoints(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
  }
  return a.length - b.length;
}

/** Where two texts first differ, a surrogate stands for a code point above every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
