import { and, eq } from "drizzle-orm";
import type { Engine } from "../../store/engine.ts";

/** Where references were before merges, by their rows and columns: read once for a table, and written where that changes. */
export class Homes {
  private constructor(
    private readonly tx: Engine,
    private readonly tableName: string,
    private readonly known: Map<string, number | null>,
  ) {}

  /** Reads the homes of references in a table. */
  static async of(tx: Engine, tableName: string): Promise<Homes> {
    const { referenceHome } = tx.tables;
    const rows = await tx.db.select().from(referenceHome).where(eq(referenceHome.tableName, tableName));
    return new Homes(tx, tableName, new Map(rows.map((one) => [`${one.row} ${one.column}`, one.homeId])));
  }

  /** Rows that were moved, by the names that they were given. */
  has(row: string, column: string): boolean {
    return this.known.has(`${row} ${column}`);
  }

  /** Numbers of rows whose references named any of these things before merges. */
  rowsFrom(things: ReadonlySet<number>): number[] {
    return [...this.known].flatMap(([name, home]) =>
      home !== null && things.has(home) ? Number(name.split(" ", 1)[0]) : [],
    );
  }

  /** What a reference named before merges, given what it names now. */
  get(row: string, column: string, current: number | null): number | null {
    const name = `${row} ${column}`;
    return this.known.has(name) ? (this.known.get(name) ?? null) : current;
  }

  /** Takes note of what a reference names from now on, and of what it named before merges. */
  async set(row: string, column: string, home: number | null, next: number | null): Promise<void> {
    const name = `${row} ${column}`;
    const { tx, tableName } = this;
    const { referenceHome } = tx.tables;
    const isHome = home === next;
    if (isHome && this.known.has(name)) {
      const same = [
        eq(referenceHome.tableName, tableName),
        eq(referenceHome.row, row),
        eq(referenceHome.column, column),
      ];
      await tx.db.delete(referenceHome).where(and(...same));
      this.known.delete(name);
    } else if (!isHome && !this.known.has(name)) {
      await tx.db.insert(referenceHome).values({ tableName, row, column, homeId: home });
      this.known.set(name, home);
    }
  }
}
