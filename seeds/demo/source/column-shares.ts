/** Shares of a table's width for its columns, adding up to 1: a column with longer cells is wider, though not as much. */
export function columnShares(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = rows[0]?.length ?? 1;
  const weights = Array.from({ length: columns }, (_, column) =>
    Math.sqrt(Math.max(12, ...rows.map((row) => row[column]?.length ?? 0))),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
