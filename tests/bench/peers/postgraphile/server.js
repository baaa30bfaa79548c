import { createServer } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { announce, databasePath } from "../../served.ts";

// PostGraphile, over the tables that Dateline has on PostgreSQL. It makes its schema of them; what a column alone does not tell is
// told by functions, which it shows as fields.

const FUNCTIONS = `
  create or replace function agent_timeline(of agent) returns setof event stable language sql as $$
    select event.* from timeline join event on event.id = timeline.entry_id
    where subject_type = 2 and subject_id = of.id and timeline.kind = 0 and until_day = 99999999
    order by earliest, latest, time, reported, timeline.key
  $$;
  create or replace function event_reports(of event) returns setof evidence stable language sql as $$
    select evidence.* from evidence where event_id = of.id and relation_id is null order by id
  $$;
  create or replace function article_headline(of article) returns text stable language sql as $$
    select headline from article_revision where article_id = of.id and number = of.revision
  $$;`;

const connectionString = databasePath();
const client = new pg.Client({ connectionString });
await client.connect();
await client.query(FUNCTIONS);
await client.end();

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ["public"] })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, "127.0.0.1", () => announce(server.address().port));
