import { randomUUID } from "node:crypto";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { Field, Lines, Menu } from "./fields.tsx";
import { DeskPage, FormToken, type Seat } from "./layout.tsx";
import type { Typed } from "./typed.ts";

const DeskTopics = document(`
  query DeskTopics { topics(first: 100) { edges { node { slug title } } } }
`);

/** The page on which an editor pastes an article. */
export async function pastePage(
  ask: Ask,
  seat: Seat,
  { typed = null, mayFetch }: { readonly typed?: Typed | null; readonly mayFetch: boolean },
) {
  const { topics } = await ask(DeskTopics, {});
  return (
    <DeskPage title="Paste an article" seat={seat}>
      <h1>Paste an article</h1>
      <form method="post" action="/desk/new" class="sheet paste">
        <FormToken seat={seat} />
        <input type="hidden" name="once" value={typed?.values["once"] ?? randomUUID()} />
        {typed !== null && (
          <p class="problem" role="alert">
            {typed.problem.message}
          </p>
        )}
        {mayFetch && (
          <Field
            typed={typed}
            name="address"
            type="url"
            label="Address"
            isFirst
            value={null}
            hint="The page is fetched from there, unless you paste its text."
          />
        )}
        <Lines
          typed={typed}
          name="text"
          label="Text"
          value={null}
          rows={12}
          isFirst={!mayFetch}
          required={!mayFetch}
          hint="The article with its headline first, or the page’s HTML."
        />
        <Menu
          typed={typed}
          name="topic"
          label="Topic"
          chosen={null}
          options={[
            ["", "Choose one, or name another below"],
            ...topics.edges.map(({ node }) => [node.slug, node.title] as const),
          ]}
        />
        <Field
          typed={typed}
          name="newTopic"
          label="Another topic"
          value={null}
          hint="Such as: The new bridge"
        />
        <div class="pair">
          <Field
            typed={typed}
            name="source"
            label="Publisher, where the text does not say"
            value={null}
            hint="A name or a domain: example.com"
          />
          <Field
            typed={typed}
            name="published"
            label="Published, where the text does not say"
            value={null}
            hint="2025-08-15, or 2025-08"
          />
        </div>
        <details class="edit" open={typed !== null}>
          <summary>More about it</summary>
          <Field typed={typed} name="headline" label="Headline" value={null} />
          <Field typed={typed} name="url" type="url" label="Where it is on the web" value={null} />
          <Field
            typed={typed}
            name="language"
            label="Language"
            value={null}
            hint="en, where it is left empty"
          />
          <Menu
            typed={typed}
            name="access"
            label="Readers see"
            chosen={null}
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
