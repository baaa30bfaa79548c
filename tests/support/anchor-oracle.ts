/* What becomes of a passage in another text, once more: every place is tried, point by point. */

/** Points that typography alone tells apart, each with what stands for it. */
const SAME: Readonly<Record<string, string>> = {
  "“": "'",
  "”": "'",
  '"': "'",
  "’": "'",
  "—": "-",
  "–": "-",
  "\u00a0": " ",
};

const plain = (point: string) => SAME[point] ?? point.toLowerCase();

/** Words with their place and surroundings. */
export interface Words {
  readonly start: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The state of a passage in a text, and where it is there: `null` where that is not known. */
export function anchorIn(text: string, { start, exact, prefix, suffix }: Words) {
  const [points, words, before, after] = [text, exact, prefix, suffix].map((one) => [...one]) as string[][];
  if (!points || !words || !before || !after) throw new Error("unreachable");
  const places = points.flatMap((_, at) => {
    if (!words.every((word, index) => plain(word) === plain(points[at + index] ?? "\0"))) return [];
    const verbatim = words.every((word, index) => word === points[at + index]);
    let kept = 0;
    for (let back = 1; back <= before.length; back++) {
      if (plain(before.at(-back) ?? "") !== plain(points[at - back] ?? "\0")) break;
      kept++;
    }
    for (let on = 0; on < after.length; on++) {
      if (plain(after[on] ?? "") !== plain(points[at + words.length + on] ?? "\0")) break;
      kept++;
    }
    return [{ at, kept, verbatim }];
  });
  const whole = before.length + after.length;
  const found = (at: number) => ({
    state: at === start ? "EXACT" : "MOVED",
    start: at,
    end: at + words.length,
  });
  const nowhere = (state: string) => ({ state, start: null, end: null });
  if (places.some(({ at, kept, verbatim }) => verbatim && at === start && kept === whole))
    return found(start);
  const most = Math.max(...places.map(({ kept }) => kept));
  const best =
    places.find(({ kept, verbatim }) => kept === most && verbatim) ??
    places.find(({ kept }) => kept === most);
  if (best === undefined) return nowhere("ORPHANED");
  const rivals = places.filter((one) => one !== best && (one.verbatim || !best.verbatim));
  const known = best.kept >= Math.min(12, whole);
  if (rivals.length > 0) {
    return known && rivals.every(({ kept }) => kept < best.kept / 2) ? found(best.at) : nowhere("AMBIGUOUS");
  }
  return known || words.length >= 24 || (best.at === start && best.verbatim)
    ? found(best.at)
    : nowhere("ORPHANED");
}
