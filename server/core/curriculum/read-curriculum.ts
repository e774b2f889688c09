import { z } from 'zod'
import { type Curriculum, curriculumSchema } from './curriculum'

export interface CurriculumProblem {
  /** Dotted path of the member at fault; empty: the whole. */
  readonly path: string
  readonly message: string
}

/** A curriculum before it is stored: its version is given then. */
export type CurriculumDraft = Omit<Curriculum, 'version'>

/** Of a name that people type and that stands in URLs. */
export const curriculumName = /^[a-z0-9][a-z0-9-]{0,59}$/

/** Addresses of pages beside those of the curricula. */
const pages = ['edit', 'gates']

export const curriculumDraftSchema = curriculumSchema.omit({ version: true }).extend({
  name: z
    .string()
    .regex(curriculumName, 'small letters, digits and hyphens, such as short-hints; at most 60')
    .refine((name) => !pages.includes(name), 'this word is the address of a page: choose another'),
  title: z.string().trim().min(1, 'a title, for lists').max(120, 'at most 120 characters'),
})

export type ReadCurriculum =
  | { readonly ok: true; readonly curriculum: CurriculumDraft }
  | { readonly ok: false; readonly problems: readonly CurriculumProblem[] }

/** Reads an exported curriculum from JSON text. Its version is left out: storing gives it a new one. */
export function readCurriculum(text: string): ReadCurriculum {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [{ path: '', message: `This is not JSON: ${reason}` }] }
  }
  return checkCurriculum(value)
}

/** Everything that is wrong with a value as a curriculum, each at its place. */
export function checkCurriculum(value: unknown): ReadCurriculum {
  const read = curriculumDraftSchema.safeParse(value)
  if (read.success) return { ok: true, curriculum: read.data }
  return {
    ok: false,
    problems: read.error.issues.map(({ path, message }) => ({ path: z.core.toDotPath(path), message })),
  }
}
