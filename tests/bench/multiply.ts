import type { Cluster } from "../support/postgres-cluster.ts";

/** Distance between the numbers of one copy and those of the next. */
const STEP = 100_000_000;

const shifted = (column: string) => `${column} + k * ${STEP}::bigint as ${column}`;
const renamed = (column: string) => `${column} || '-' || k as ${column}`;

/** What of each table changes in a copy, and which rows are copied. Articles, passages and the rest are shared by all copies. */
const COPIED: readonly {
  readonly table: string;
  readonly changed: Readonly<Record<string, string>>;
  readonly where?: string;
}[] = [
  {
    table: "agent",
    changed: { id: shifted("id"), key: renamed("key"), slug: renamed("slug") },
    where: "type = 'PERSON'",
  },
  { table: "event", changed: { id: shifted("id"), key: renamed("key"), slug: renamed("slug") } },
  {
    table: "status_change",
    changed: { id: shifted("id"), key: renamed("key"), event_id: shifted("event_id") },
  },
  {
    table: "participation",
    changed: {
      id: shifted("id"),
      event_id: shifted("event_id"),
      agent_id: `case when agent_id in (select id from agent where type = 'PERSON') then agent_id + k * ${STEP}::bigint else agent_id end as agent_id`,
    },
  },
  {
    table: "evidence",
    changed: Object.fromEntries(
      ["id", "event_id", "change_id", "participation_id"].map((column) => [column, shifted(column)]),
    ),
    where: "event_id is not null and relation_id is null",
  },
  {
    table: "timeline",
    changed: { subject_id: shifted("subject_id"), entry_id: shifted("entry_id"), key: renamed("key") },
    // A person's events.
    where: "kind = 0 and subject_type = 2 and subject_id in (select id from agent where type = 'PERSON')",
  },
];

/**
 * Makes the people of a database and the events of these so many times as many, in the database itself. What only other
 * questions need (timelines of topics and places, quotes, search) stays as it is.
 */
export async function multiply(
  cluster: Cluster,
  database: string,
  times: number,
  note: (text: string) => void,
): Promise<void> {
  const run = (sql: string) => cluster.run(sql, database);
  const names = COPIED.map(({ table }) => `'${table}'::regclass`).join(", ");
  const constraints = await run(
    `select conrelid::regclass::text as tab, conname as name, pg_get_constraintdef(oid) as def, contype::text as type from pg_constraint
     where conrelid in (${names}) or confrelid in (${names})
     order by contype = 'f'`,
  );
  const keys = constraints.filter(({ type }) => ["p", "u", "f"].includes(String(type)));
  for (const { tab, name } of [...keys].reverse()) await run(`alter table ${tab} drop constraint "${name}"`);
  const indexes = await run(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as def from pg_index where indrelid in (${names})`,
  );
  for (const { name } of indexes) await run(`drop index ${name}`);
  for (const { table, changed, where = "true" } of COPIED) {
    note(`rows of ${table}`);
    const columns = await run(
      `select quote_ident(column_name) as name from information_schema.columns where table_name = '${table}' order by ordinal_position`,
    );
    const list = columns.map(({ name }) => String(name));
    const values = list.map((name) => changed[name] ?? name);
    await run(
      `create temp table source as select * from ${table} where ${where};
       insert into ${table} (${list.join(", ")}) select ${values.join(", ")} from generate_series(1, ${times - 1}) as k cross join source`,
    );
  }
  for (const { def } of indexes) {
    note(String(def));
    await run(`set maintenance_work_mem = '2GB'; ${def}`);
  }
  for (const { tab, name, def, type } of keys) {
    if (type === "f") continue;
    note(`${tab}: ${def}`);
    await run(`set maintenance_work_mem = '2GB'; alter table ${tab} add constraint "${name}" ${def}`);
  }
}
