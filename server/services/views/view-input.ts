import { z } from 'zod'

/** Pages that have views. */
export const viewPage = z.enum(['runs', 'episodes'])
export type ViewPage = z.infer<typeof viewPage>

export const saveViewInput = z.object({
  page: viewPage,
  name: z.string().trim().min(1, 'give the view a name').max(60, 'a name has at most 60 characters'),
  /** The query of the page's address, without the question mark. */
  query: z
    .string()
    .max(4000, 'this view is too long to be kept')
    .refine((query) => !query.startsWith('?') && !query.includes('#'), 'this is not the query of an address'),
})

export const removeViewInput = z.object({
  id: z
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
})
