import { z } from 'zod'
import { issueWords } from '@/server/core/issue-words'
import { InterchangeError } from './interchange-error'
import {
  callNoteSchema,
  judgementSchema,
  noMeta,
  type Transcript,
  type TranscriptCall,
  type TranscriptStep,
  type TranscriptTurn,
  transcriptMetaSchema,
} from './transcript'

const part = z.looseObject({ type: z.string().optional(), text: z.string().optional() })
const text = z
  .union([z.string(), z.array(part)])
  .nullish()
  .transform((given) => (typeof given === 'string' ? given : (given ?? []).map((each) => each.text ?? '').join('')))

const stepExtra = z.object({
  kind: z.enum(['calls', 'answer', 'malformed']).optional(),
  calls: z.array(z.object({ arguments: z.string(), note: callNoteSchema.nullable() })).optional(),
  judgement: judgementSchema.nullish(),
})

const stepSchema = z.looseObject({
  source: z.enum(['system', 'user', 'agent']),
  message: text,
  reasoning_content: z.string().nullish(),
  tool_calls: z
    .array(
      z.looseObject({
        tool_call_id: z.string(),
        function_name: z.string(),
        arguments: z.record(z.string(), z.unknown()),
      }),
    )
    .nullish(),
  observation: z
    .looseObject({ results: z.array(z.looseObject({ source_call_id: z.string().nullish(), content: text })) })
    .nullish(),
  extra: z.looseObject({ envtune: stepExtra.optional() }).nullish(),
})
type AtifStep = z.infer<typeof stepSchema>

const documentSchema = z.looseObject({
  schema_version: z.string().regex(/^ATIF-v1\.\d+$/, 'must be an ATIF-v1 version'),
  session_id: z.string().nullish(),
  trajectory_id: z.string().nullish(),
  steps: z.array(stepSchema).min(1),
  extra: z.looseObject({ envtune: transcriptMetaSchema.optional() }).nullish(),
})

/** Reads one ATIF v1 document; what only we wrote into `extra` comes back too. Throws `InterchangeError`. */
export function readAtif(value: unknown): Transcript {
  const parsed = documentSchema.safeParse(value)
  if (!parsed.success) throw new InterchangeError(issueWords(parsed.error))
  const { steps, extra, trajectory_id: trajectory, session_id: session } = parsed.data
  const system = steps.filter(({ source }) => source === 'system').map(({ message }) => message)
  return {
    meta: extra?.envtune ?? { ...noMeta, id: trajectory ?? session ?? null },
    system: system.length === 0 ? null : system.join('\n\n'),
    turns: turnsOf(steps),
  }
}

function turnsOf(steps: readonly AtifStep[]): TranscriptTurn[] {
  const turns: (Omit<TranscriptTurn, 'steps'> & { steps: TranscriptStep[] })[] = []
  for (const step of steps) {
    if (step.source === 'user')
      turns.push({ user: step.message, steps: [], judgement: step.extra?.envtune?.judgement ?? null })
    if (step.source !== 'agent') continue
    if (turns.length === 0) turns.push({ user: '', steps: [], judgement: null })
    turns.at(-1)?.steps.push(stepOf(step))
  }
  return turns
}

function stepOf({
  message,
  reasoning_content: thinking,
  tool_calls: calls,
  observation,
  extra,
}: AtifStep): TranscriptStep {
  const ours = extra?.envtune
  const results = observation?.results ?? []
  const ids = (calls ?? []).map(({ tool_call_id: id }) => id)
  const rest = results.filter(({ source_call_id: id }) => id === null || id === undefined || !ids.includes(id))
  return {
    kind: ours?.kind ?? (calls ? 'calls' : 'answer'),
    thinking: thinking ?? null,
    text: message,
    calls: (calls ?? []).map((call, index): TranscriptCall => {
      const { arguments: given, note } = ours?.calls?.[index] ?? { arguments: null, note: null }
      const result = results.find(({ source_call_id: id }) => id === call.tool_call_id)
      return {
        name: call.function_name,
        arguments: given ?? JSON.stringify(call.arguments),
        result: result?.content ?? null,
        note,
      }
    }),
    told: rest.length === 0 ? null : rest.map(({ content }) => content).join('\n'),
  }
}
