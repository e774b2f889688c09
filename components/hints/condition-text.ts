import type { DraftCondition } from '@/server/core/hints/draft-rule'

/** A condition in words: `suggestion is not empty`. */
export function conditionText({ field, is, to, values, text }: DraftCondition): string {
  const words = is.replace('_', ' ')
  if (is === 'equal' || is === 'not_equal') return `${field} ${words} ${JSON.stringify(to ?? null)}`
  if (is === 'one_of' || is === 'none_of') return `${field} ${words} ${JSON.stringify(values ?? [])}`
  return is === 'contains' ? `${field} contains ${JSON.stringify(text ?? '')}` : `${field} is ${words}`
}
