import { type Completion, type FilterOption, valueOption } from '@/server/core/filter/complete-filter'
import type { StoredValue } from './use-field-values'

const most = 40

/** What the list shows: options of the language, then stored values, each text once. */
export function offeredOptions(
  completion: Completion,
  stored: readonly (string | StoredValue)[],
): readonly FilterOption[] {
  const known = new Set(completion.options.map(({ label }) => label))
  const values = stored
    .map((value) => (typeof value === 'string' ? { text: value, detail: 'stored value' } : value))
    .filter(({ text }) => !known.has(text))
    .map(({ text, detail }) => valueOption(text, detail))
  const [own, first] = completion.valuesOf?.choices ? [values, completion.options] : [completion.options, values]
  return [...first, ...own].slice(0, most)
}

/** The text with the option in its place, and where the caret then stands. */
export function acceptOption(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  { insert }: FilterOption,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to)
  // The blank that an option ends with is there already.
  const written = insert.endsWith(' ') && rest.startsWith(' ') ? insert.slice(0, -1) : insert
  return { text: text.slice(0, from) + written + rest, caret: from + insert.length }
}
