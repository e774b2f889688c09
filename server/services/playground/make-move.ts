import { z } from 'zod'
import { AppError } from '@/server/app-error'
import { callText, type ToolCall } from '@/server/core/environments/shared/call'
import { parseCall } from '@/server/core/environments/shared/call-parser'
import { parseJson } from '@/server/core/environments/shared/json'
import { PythonError } from '@/server/core/environments/shared/python-errors'
import { isDict, type PyValue } from '@/server/core/environments/shared/values'
import { callByName } from '@/server/core/episodes/call-list'
import { type Move, mostCalls } from '@/server/core/playground/session'
import { keepSession, keptSession } from './keep-session'
import { playKept } from './play-kept'

export const sessionId = z.string().regex(/^[0-9a-f]{20}$/, 'a session’s id')

const text = z.string().max(20_000, 'at most 20,000 characters')

export const makeMoveInput = z.object({
  session: sessionId,
  move: z.discriminatedUnion('kind', [
    /** A tool with its arguments as a JSON object: text, because `1` and `1.0` are different arguments. */
    z.object({ kind: z.literal('form'), tool: z.string().min(1).max(200), arguments: text }),
    /** Call expressions, one a line, made in one step. */
    z.object({ kind: z.literal('raw'), text }),
    z.object({ kind: z.literal('answer'), text }),
  ]),
})
type MakeMove = z.infer<typeof makeMoveInput>

/** Plays one more message and answers the id of the session with it. Throws BAD_INPUT at the field at fault. */
export async function makeMove({ session: id, move }: MakeMove): Promise<string> {
  const session = await keptSession(id)
  const { episode } = await playKept(session)
  if (episode.isOver) throw new AppError('BAD_INPUT', 'The episode is over: undo a step, or begin another.', 'move')
  return keepSession({ ...session, moves: [...session.moves, readMove(move)] })
}

function readMove(move: MakeMove['move']): Move {
  if (move.kind === 'answer') return move
  const calls = move.kind === 'form' ? [formCall(move.tool, move.arguments)] : rawCalls(move.text)
  return { kind: 'calls', calls: calls.map(recordable) }
}

function formCall(tool: string, json: string): ToolCall {
  let args: PyValue
  try {
    args = parseJson(json)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('BAD_INPUT', `The arguments are not JSON: ${reason}`, 'move.arguments')
  }
  if (!isDict(args))
    throw new AppError('BAD_INPUT', 'The arguments are a JSON object: {"name": value}.', 'move.arguments')
  return callByName(tool, args)
}

function rawCalls(lines: string): ToolCall[] {
  const texts = lines.split('\n').filter((line) => line.trim() !== '')
  if (texts.length > mostCalls)
    throw new AppError(
      'BAD_INPUT',
      `One message holds at most ${mostCalls} calls, and these are ${texts.length}.`,
      'move.text',
    )
  if (texts.length === 0) throw new AppError('BAD_INPUT', "Write a call, such as cd(folder='documents').", 'move.text')
  return texts.map((line, index) => {
    try {
      return parseCall(line.trim())
    } catch (error) {
      if (!(error instanceof PythonError)) throw error
      const where = texts.length > 1 ? `Line ${index + 1}: ` : ''
      throw new AppError('BAD_INPUT', `${where}${error.message}. An agent would be told this.`, 'move.text')
    }
  })
}

/**
 * The expression of a call. A session keeps calls as expressions, so that each must say itself again when it is read.
 * Throws BAD_INPUT for one that does not.
 */
export function recordable(call: ToolCall): string {
  const expression = callText(call)
  try {
    if (callText(parseCall(expression)) === expression) return expression
  } catch (error) {
    if (!(error instanceof PythonError)) throw error
  }
  throw new AppError('BAD_INPUT', `"${call.name}" cannot be called by an expression: ${expression}`, 'move.text')
}
