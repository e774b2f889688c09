import { z } from 'zod'
import { type Condition, conditionSchema } from './rule'

const answerSchema = z.object({
  conditions: z.array(conditionSchema).max(20).default([]),
  template: z.string().trim().min(1, 'must not be empty').max(2000),
})

export type DraftAnswer =
  | { readonly conditions: readonly Condition[]; readonly template: string }
  /** What is wrong with it, without a full stop. */
  | { readonly problem: string }

/** Reads the rule out of what a chat model answered; text and fences around the JSON object are forgiven. */
export function readDraftAnswer(text: string): DraftAnswer {
  const [begin, end] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (begin < 0 || end < begin) return { problem: 'it holds no JSON object' }
  const read = parsed(text.slice(begin, end + 1))
  if ('problem' in read) return read
  const checked = answerSchema.safeParse(read.value)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  return { problem: `${issue ? z.core.toDotPath(issue.path) || 'the object' : 'the object'}: ${issue?.message}` }
}

function parsed(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { problem: `it is not valid JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}
