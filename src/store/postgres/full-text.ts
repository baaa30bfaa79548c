import { sql } from "drizzle-orm";
import type { SearchTerm } from "../../domain/search-query.ts";
import type { FullText, IndexedDocument } from "../full-text.ts";
import type { Run } from "./server.ts";

/** Marks a word that stands in a name. */
const NAMED = "=";

/**
 * Full text by a GIN index over a `tsvector` without positions: PostgreSQL keeps these only up to 16,383, and no more than
 * 255 for a word. Phrases are looked for in the folded texts themselves, of the documents that have all their words.
 * Each word is a lexeme as it is, and once more with a mark if it stands in a name.
 */
export function postgresFullText(run: Run): FullText {
  const write = async (text: string, values: unknown[]) => {
    await run({ text, values, asLists: false });
  };
  return {
    table: sql`search_index`,
    documentId: sql`search_index.id`,
    matches(parameter) {
      const part = (index: number) => sql`(${sql.placeholder(parameter)}::text[])[${sql.raw(String(index))}]`;
      // Terms of single words need the index only, and their expressions stop at the first part.
      return sql`search_index.words @@ ${part(1)}::tsquery and case ${part(2)}
        when 'ANY' then (search_index.names || search_index.texts) like all(${part(3)}::text[])
        when 'NAMED' then (search_index.names || search_index.texts) like all(${part(3)}::text[])
          and search_index.names like any(${part(4)}::text[])
        when 'UNNAMED' then (search_index.names || search_index.texts) like all(${part(3)}::text[])
          and not search_index.names like any(${part(4)}::text[])
        when 'TEXTS' then search_index.texts like all(${part(3)}::text[])
        else true end`;
    },
    expression(terms, within) {
      const all = terms.flatMap((term) => words(term)).join(" & ");
      const phrases = terms.filter(({ tokens }) => tokens.length > 1).map(pattern);
      if (within === "TEXTS") return [all, within, arrayOf(terms.map(pattern))];
      const inName = `(${terms.flatMap((term) => words(term, NAMED)).join(" | ")})`;
      // A phrase is in a name only where all its words are; that they are does not mean that it is.
      if (within === "NAMED" && phrases.length === 0) return [`${all} & ${inName}`];
      if (within === "UNNAMED" && phrases.length === 0) return [`${all} & !${inName}`];
      if (phrases.length === 0) return [all];
      const query = within === "NAMED" ? `${all} & ${inName}` : all;
      return [query, within, arrayOf(phrases), arrayOf(terms.map(pattern))];
    },
    async add(documents) {
      await write(
        `insert into search_index (id, words, names, texts)
         select id, array_to_tsvector(string_to_array(lexemes, ' ')), names, texts
         from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) as document (id, lexemes, names, texts)`,
        [
          documents.map(({ id }) => id),
          documents.map(lexemes),
          documents.map(({ names }) => spaced(names)),
          documents.map(({ text }) => spaced(text)),
        ],
      );
    },
    remove: (ids) => write("delete from search_index where id = any($1)", [ids]),
    clear: () => write("delete from search_index", []),
  };
}

/** The words of a term in the syntax of `tsquery`. Tokens are letters, digits and marks: nothing needs escaping. */
function words({ tokens, prefix }: SearchTerm, mark = ""): string[] {
  return tokens.map(
    (token, index) => `'${mark}${token}'${prefix && index === tokens.length - 1 ? ":*" : ""}`,
  );
}

/** A term as a pattern for texts whose words stand between spaces. */
function pattern({ tokens, prefix }: SearchTerm): string {
  return `% ${tokens.join(" ")}${prefix ? "" : " "}%`;
}

/** A list as the text of an array. */
function arrayOf(patterns: readonly string[]): string {
  return `{${patterns.map((one) => `"${one}"`).join(",")}}`;
}

/** Texts with a space around each word and a line end around each text, so that no phrase runs from one into the next. */
function spaced(texts: string): string {
  return `\n${texts
    .split("\n")
    .map((text) => ` ${text} \n`)
    .join("")}`;
}

function lexemes({ names, text }: IndexedDocument): string {
  const inNames = tokens(names);
  return [...new Set([...inNames, ...tokens(text), ...inNames.map((token) => NAMED + token)])].join(" ");
}

function tokens(texts: string): string[] {
  return texts.split(/[ \n]/).filter((token) => token !== "");
}
