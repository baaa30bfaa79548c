/** How much a parser of HTML makes of a text. */
export interface SignCount {
  /** Start tags. */
  readonly elements: number;
  readonly attributes: number;
  /** Tags, comments, entities and lone signs of these: as many as there may be pieces of text between them. */
  readonly pieces: number;
}

/** Elements whose content is no markup up to their end tag, as linkedom's parser has them. */
const RAW = /^(?:script|style|textarea|title|xmp)$/;
const SIGN = /&|<!--|<!\[CDATA\[|<[!?]|<\/|<[a-z][^\s/>]*|</gi;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)?(\s*=\s*)?/y;
const UNQUOTED = /[^\s>]*/y;

/**
 * Counts without parsing, in one pass and without storing anything. What stands in quoted attributes, comments and scripts is no
 * markup.
 *
 * @param most where one count exceeds its own here, it ends
 */
export function countSigns(html: string, most: SignCount): SignCount {
  let [elements, attributes, pieces] = [0, 0, 0];
  let at = 0;
  /** Goes on behind the next such text, or to the end. */
  const skip = (text: string, from: number) => {
    const found = html.indexOf(text, from);
    at = found < 0 ? html.length : found + text.length;
  };
  const skipTag = (): boolean => {
    for (let isClosed = false; ; ) {
      ATTRIBUTE.lastIndex = at;
      const [blank = "", name, equals] = ATTRIBUTE.exec(html) ?? [];
      at += blank.length;
      if (name !== undefined) attributes++;
      isClosed = name === undefined && equals === undefined && blank.endsWith("/");
      const next = html[at];
      if (next === undefined) return true;
      if (equals !== undefined && (next === '"' || next === "'")) skip(next, at + 1);
      else if (equals !== undefined) {
        UNQUOTED.lastIndex = at;
        at += UNQUOTED.exec(html)?.[0].length ?? 0;
      }
      if (html[at] !== ">") continue;
      at++;
      return isClosed;
    }
  };

  while (at < html.length) {
    SIGN.lastIndex = at;
    const [sign] = SIGN.exec(html) ?? [];
    if (sign === undefined) break;
    at = SIGN.lastIndex;
    pieces++;
    // The shortest comment is <!-->.
    if (sign === "<!--") skip("-->", at - 2);
    else if (/^<!\[/.test(sign)) skip("]]>", at);
    else if (/^<[!?/]/.test(sign)) skip(">", at);
    else if (sign !== "&" && sign !== "<") {
      elements++;
      const name = sign.slice(1).toLowerCase();
      const isClosed = skipTag();
      if (RAW.test(name) && !isClosed) {
        const end = new RegExp(`</${name}(?=[\\s>])`, "gi");
        end.lastIndex = at;
        const found = end.exec(html);
        at = found === null ? html.length : found.index;
      }
    }
    if (elements > most.elements || attributes > most.attributes || pieces > most.pieces) break;
  }
  return { elements, attributes, pieces };
}
