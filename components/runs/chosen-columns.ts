/** The columns that an address names, each once and in its order; the usual ones where it names none that is known. */
export function readColumns<Name extends string>(
  text: string,
  known: readonly Name[],
  usual: readonly Name[],
): readonly Name[] {
  const named = text.split(',').flatMap((word) => known.filter((name) => name === word))
  return named.length > 0 ? [...new Set(named)] : usual
}

/** The same for the address; null: the usual ones, which need not be said. */
export const writeColumns = (columns: readonly string[], usual: readonly string[]): string | null =>
  columns.join() === usual.join() ? null : columns.join(',')
