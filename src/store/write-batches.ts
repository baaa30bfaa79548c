/** Rows written in one statement. */
const ROWS_AT_ONCE = 100;

/** Parts rows into batches of one full size and, for the rest, of one row: two statements then serve all numbers. */
export function* writeBatches<Row>(rows: readonly Row[]): Iterable<readonly Row[]> {
  const full = rows.length - (rows.length % ROWS_AT_ONCE);
  for (let start = 0; start < full; start += ROWS_AT_ONCE) yield rows.slice(start, start + ROWS_AT_ONCE);
  for (const row of rows.slice(full)) yield [row];
}
