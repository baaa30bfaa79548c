/** A document that has been read and not looked at yet. */
export interface DocumentSource {
  readonly text: string;
  /** The id that the document as a whole is found by. */
  readonly id: string;
  /** Whether each of its operations is found by its name as well. */
  readonly namesAreIds: boolean;
  /** What messages call a line of the document. */
  readonly at: (line: number) => string;
  /** What a manifest says is in the document. */
  readonly declared?: { readonly name?: string | undefined; readonly type?: string | undefined };
}

/** Something that the operator has to mend. */
export interface Problem {
  /** Where it is: `file:line`, with what is known beyond. */
  readonly at: string;
  /** What is wrong. */
  readonly message: string;
}

/** What was read, and what could not be. */
export interface Sources {
  readonly sources: readonly DocumentSource[];
  readonly problems: readonly Problem[];
}
