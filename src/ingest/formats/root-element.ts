/** What may stand before the first element: declarations, comments, a document type. */
const PROLOG: readonly (readonly [begin: RegExp, end: string])[] = [
  [/\s*<\?/y, "?>"],
  [/\s*<!--/y, "-->"],
  [/\s*<!doctype\s[^>[]*\[/iy, "]>"],
  [/\s*<!doctype\b/iy, ">"],
];
const DOCTYPE = /^\s*<!doctype\s+([\w:.-]+)/i;
const ELEMENT = /\s*<([a-z][\w:.-]*)(?=[\s/>])/iy;

/** How a document in HTML or XML begins. */
export interface Beginning {
  /** The name in its document type, in lower case. */
  readonly doctype?: string | undefined;
  /** The name of its first element, as it is written; undefined where none follows. */
  readonly element?: string | undefined;
  /** Where the first element stands, or what is there in place of it. */
  readonly at: number;
}

/** Finds the first element, and what the document type says that it is. */
export function beginningOf(text: string): Beginning {
  let at = 0;
  let doctype: string | undefined;
  for (let goesOn = true; goesOn; ) {
    goesOn = PROLOG.some(([begin, end]) => {
      begin.lastIndex = at;
      if (!begin.test(text)) return false;
      doctype ??= DOCTYPE.exec(text.slice(at, begin.lastIndex + 100))?.[1]?.toLowerCase();
      const found = text.indexOf(end, begin.lastIndex);
      at = found < 0 ? text.length : found + end.length;
      return true;
    });
  }
  ELEMENT.lastIndex = at;
  return { doctype, element: ELEMENT.exec(text)?.[1], at };
}
