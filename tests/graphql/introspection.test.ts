import { minifyIntrospection, outputIntrospectionFile } from "@gql.tada/internal";
import { introspectionFromSchema } from "graphql";
import { expect, test } from "vitest";
import { schema } from "../../src/graphql/schema.ts";
import { packagePath } from "../../src/package-root.ts";

const HEAD = `/**
 * The schema as a type, for clients whose documents are typed (gql.tada). Made from the schema by \`npm run schema\`.
 */
`;

test("the schema as a type is that of the schema", async () => {
  const introspection = introspectionFromSchema(schema, { descriptions: false });
  const file = outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: ".d.ts",
    shouldPreprocess: true,
  });
  const types = file.slice(file.indexOf("export type"), file.indexOf("import * as gqlTada")).trimEnd();
  const plain = types.replace(/\/\*\*[\s\S]*?\*\/\n/g, "");
  await expect(`${HEAD}${plain}\n`).toMatchFileSnapshot(packagePath("src/graphql/introspection.ts"));
});
