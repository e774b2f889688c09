import { parseCall } from '@/server/core/environments/shared/call-parser'
import { repr } from '@/server/core/environments/shared/text'
import type { Task } from '@/server/core/tasks/task'

const argumentTexts = (expression: string): string[] =>
  parseCall(expression)
    .keyword.flatMap(([, value]) => repr(value).split(/[[\]{}', ]+/))
    .filter((word) => word !== '')

/** The calls after an empty turn have to use what was withheld before and is given now. */
function solvesNothingNew(task: Task, empty: number): string | null {
  const solved = task.turns[empty + 1]
  if (!solved || solved.expected.length === 0) return 'no turn with calls follows the empty one'
  if (task.split === 'miss_func') {
    const names = solved.expected.map((call) => parseCall(call).name)
    const early = task.turns.slice(0, empty).flatMap((turn) => turn.expected.map((call) => parseCall(call).name))
    if (!names.some((name) => solved.releases.includes(name))) return 'the released tools are not used'
    return early.some((name) => task.withheld.includes(name)) ? 'a withheld tool is needed before its release' : null
  }
  const said = task.turns
    .slice(0, empty + 1)
    .map((turn) => turn.message)
    .join(' ')
  const given = solved.expected.flatMap(argumentTexts)
  const plain = solved.message.replaceAll(',', '')
  return given.some((word) => plain.includes(word) && !said.replaceAll(',', '').includes(word))
    ? null
    : 'the next turn gives no value that was missing'
}

/** What is wrong with a task's variant of its dialogue. */
export function variantProblems(task: Task): string[] {
  const empty = task.turns.findIndex((turn) => turn.expected.length === 0)
  const lacks = task.split === 'miss_func' || task.split === 'miss_param'
  if (!lacks) return empty < 0 ? [] : [`turn ${empty + 1} expects nothing`]
  if (empty < 0) return ['no turn expects nothing']
  const problem = solvesNothingNew(task, empty)
  return problem === null ? [] : [problem]
}
