import SQLite from "better-sqlite3";

/** From this version of Node on. */
const AFFECTED = { major: 24, minor: 19 };

/** Every connection of the process with its statements, by their text. */
const kept = new Map<SQLite.Database, Map<string, SQLite.Statement>>();

/**
 * better-sqlite3 12 builds on `node::ObjectWrap`, whose destructor asserts, from Node 24.19 on, that JavaScript is
 * running: an object that is collected while it is not ends the process (WiseLibs/better-sqlite3#1515). On these versions
 * nothing of it is ever collected, therefore: connections stay referenced, each with one statement for each text. The
 * texts are few: lists are given as one parameter, and rows are written in batches of two sizes.
 *
 * Version 13 is not affected; it needs Node 22, and takes the place of this module when Node 20 is dropped.
 */
export function keepStatements(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < AFFECTED.major || (major === AFFECTED.major && minor < AFFECTED.minor)) return;
  const { prepare } = SQLite.prototype;
  Object.defineProperties(SQLite.prototype, {
    prepare: {
      configurable: true,
      value(this: SQLite.Database, text: string) {
        const statements = kept.get(this) ?? new Map<string, SQLite.Statement>();
        kept.set(this, statements);
        const known = statements.get(text);
        if (known) return known.reader ? known.raw(false).pluck(false) : known;
        const fresh = prepare.call(this, text);
        statements.set(text, fresh);
        return fresh;
      },
    },
    pragma: {
      configurable: true,
      value(this: SQLite.Database, text: string, { simple = false }: SQLite.PragmaOptions = {}) {
        const statement = this.prepare(`pragma ${text}`);
        if (!statement.reader) return statement.run();
        return simple ? statement.pluck().get() : statement.all();
      },
    },
  });
}
