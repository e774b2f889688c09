import { z } from 'zod'
import { partitions, splits } from '@/server/core/tasks/splits'
import type { PlainFilters } from './plain-filters'

// The widths of the database's columns.
const whole = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
const counted = z.coerce
  .number()
  .int()
  .min(1)
  .max(32_768)
  .transform((value) => value - 1)
const reward = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,20})?(e-\d{1,2})?$/)
  .transform(Number)
const name = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine((text) => !text.includes('\0'))
const truth = z.enum(['true', 'false']).transform((text) => text === 'true')

const addressed = {
  run: whole,
  kind: z.enum(['episode', 'branch']),
  partition: z.enum(partitions),
  stage: counted,
  fromStep: whole,
  toStep: whole,
  split: z.enum(splits),
  suite: name,
  task: name,
  domain: name,
  success: truth,
  rewardMin: reward,
  rewardMax: reward,
  turn: counted,
  failingTurn: counted,
  code: name,
  rule: name,
  recovered: truth,
  formatErrors: truth,
  group: name,
} as const satisfies Record<keyof PlainFilters, z.ZodType>

/** The single filters that an address names; what it does not understand it leaves out. */
export function readPlainFilters(one: (name: string) => string): PlainFilters {
  return Object.fromEntries(
    Object.entries(addressed).flatMap(([key, schema]) => {
      const read = one(key) === '' ? null : schema.safeParse(one(key))
      return read?.success ? [[key, read.data]] : []
    }),
  )
}
