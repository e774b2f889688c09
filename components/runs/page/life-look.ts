import { CheckCheck, CircleDashed, CircleDot, Undo2 } from 'lucide-react'
import type { LifeState } from '@/server/core/curriculum/task-life'

/** Word, sign and colour of each state. */
export const lifeLook = {
  never: { label: 'never solved', icon: CircleDashed, text: 'text-ink-faint', fill: 'bg-line-strong' },
  sometimes: { label: 'sometimes solved', icon: CircleDot, text: 'text-accent', fill: 'bg-accent' },
  always: { label: 'always solved', icon: CheckCheck, text: 'text-good', fill: 'bg-good' },
  forgotten: { label: 'forgotten again', icon: Undo2, text: 'text-bad', fill: 'bg-bad' },
} as const satisfies Readonly<Record<LifeState, unknown>>
