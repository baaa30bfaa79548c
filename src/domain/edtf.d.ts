/** The part of the `edtf` package that is used here; it ships no types, so its result is checked where it is read. */
declare module "edtf" {
  /** The syntax tree of a text at EDTF levels 0 to 2 (3 where a constraint asks for it); throws what it cannot read. */
  export function parse(text: string, constraints?: { seasonUncertainty?: boolean }): unknown;
}
