import type SQLite from "better-sqlite3";
import { type InsertRows, rowInserter } from "../../src/store/sqlite/insert-rows.ts";

/**
 * Writes many new rows to a SQLite file. It checks nothing, writes no change log and derives nothing; whoever uses it gives
 * whole, consistent facts and the rows of the timeline index that follow from them.
 */
export class BulkWriter {
  readonly insert: InsertRows;

  private constructor(connection: SQLite.Database) {
    this.insert = rowInserter(connection);
  }

  /** Runs work in one transaction: all that it wrote is kept when it ends, nothing when it throws. */
  static write<T>(connection: SQLite.Database, work: (writer: BulkWriter) => T): T {
    const writer = new BulkWriter(connection);
    return connection.transaction(() => work(writer)).immediate();
  }
}
