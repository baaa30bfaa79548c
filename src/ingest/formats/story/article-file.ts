import type { Problem } from "../../problems.ts";
import { parseSource, type SourceFile } from "./source-file.ts";

/** An article's text and the document that stands before it. */
export interface ArticleFile {
  readonly frontMatter: SourceFile;
  /** Word for word, without the file's final line end and a blank line after the front matter. */
  readonly body: string;
}

const FENCE = /^---[ \t]*$/;

/** Splits a Markdown file, given in the form in which texts are stored, into its front matter and its body. */
export function parseArticleFile(
  name: string,
  text: string,
): { readonly file: ArticleFile } | { readonly problems: readonly Problem[] } {
  const lines = text.split("\n");
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0 || !FENCE.test(lines[0] ?? "")) {
    const message = "no front matter; begin with the article's fields between two lines `---`";
    return { problems: [{ at: `${name}:1`, message }] };
  }
  // A blank line in place of the first fence keeps the line numbers.
  const source = parseSource(name, ["", ...lines.slice(1, end)].join("\n"));
  if ("problems" in source) return source;

  const body = lines.slice(end + 1);
  if (body[0]?.trim() === "" && body.length > 1) body.shift();
  if (body.at(-1) === "") body.pop();
  if (body.join("").trim() === "") {
    const message = "no text; to cite an article without its text, list it under `articles` in a YAML file";
    return { problems: [{ at: `${name}:${end + 1}`, message }] };
  }
  return { file: { frontMatter: source.file, body: body.join("\n") } };
}
