import { randomUUID } from "node:crypto";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { Field, Lines, Menu } from "./fields.tsx";
import { DeskPage, FormToken, type Seat } from "./layout.tsx";

const DeskTopics = document(`
  query DeskTopics { topics(first: 100) { edges { node { slug title } } } }
`);

/** What was typed, so that it is not lost when something of it is wrong. */
export type Pasted = Readonly<Record<string, string>>;

/** The page on which an editor pastes an article. */
export async function pastePage(
  ask: Ask,
  seat: Seat,
  { given = {}, problem = null, mayFetch }: { given?: Pasted; problem?: string | null; mayFetch: boolean },
) {
  const { topics } = await ask(DeskTopics, {});
  const value = (name: string) => given[name] ?? null;
  return (
    <DeskPage title="Paste an article" seat={seat}>
      <h1>Paste an article</h1>
      <form method="post" action="/desk/new" class="sheet paste">
        <FormToken seat={seat} />
        <input type="hidden" name="once" value={given["once"] ?? randomUUID()} />
        {problem !== null && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {mayFetch && (
          <Field
            name="address"
            type="url"
            label="Address"
            value={value("address")}
            hint="The page is fetched from there, unless you paste its text."
          />
        )}
        <Lines
          name="text"
          label="Text"
          value={value("text")}
          rows={12}
          required={!mayFetch}
          hint="The article with its headline first, or the page’s HTML."
        />
        <Menu
          name="topic"
          label="Topic"
          chosen={value("topic")}
          options={[
            ...topics.edges.map(({ node }) => [node.slug, node.title] as const),
            ["", "Another, named below"],
          ]}
        />
        <Field
          name="newTopic"
          label="Another topic"
          value={value("newTopic")}
          hint="Such as: The new bridge"
        />
        <details class="edit" open={problem !== null}>
          <summary>More about it, where the text does not say</summary>
          <Field name="headline" label="Headline" value={value("headline")} />
          <Field
            name="source"
            label="Publisher"
            value={value("source")}
            hint="A name or a domain: example.com"
          />
          <Field
            name="published"
            label="Published"
            value={value("published")}
            hint="2025-08-15, or 2025-08"
          />
          <Field name="url" type="url" label="Where it is on the web" value={value("url")} />
          <Field
            name="language"
            label="Language"
            value={value("language")}
            hint="en, where it is left empty"
          />
          <Menu
            name="access"
            label="Readers see"
            chosen={value("access")}
            options={[
              ["PASSAGES", "passages of it only"],
              ["FULL", "all of it"],
            ]}
          />
        </details>
        <button type="submit">Draft it</button>
      </form>
    </DeskPage>
  );
}
