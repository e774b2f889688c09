/** How often a row solved a task, of so many repeats. */
export interface Solved {
  readonly solved: number
  readonly repeats: number
}

export interface TaskFlip {
  readonly task: string
  readonly first: Solved
  readonly second: Solved
}

interface Outcome {
  readonly task: string
  readonly success: boolean
}

/** What moved from the first row to the second: tasks that it solves less often, and more often. */
export interface TaskFlips {
  readonly lost: readonly TaskFlip[]
  readonly gained: readonly TaskFlip[]
}

/** Tasks that both rows played and did not solve equally often, those that moved furthest first. */
export function taskFlips(first: readonly Outcome[], second: readonly Outcome[]): TaskFlips {
  const seconds = countSolved(second)
  const moved = [...countSolved(first)].flatMap(([task, own]) => {
    const other = seconds.get(task)
    return other ? [{ task, first: own, second: other, by: share(other) - share(own) }] : []
  })
  const furthest = [...moved].sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
  const pick = (sign: number) => furthest.filter(({ by }) => by * sign > 0).map(({ by: _, ...flip }) => flip)
  return { lost: pick(-1), gained: pick(1) }
}

const share = ({ solved, repeats }: Solved) => solved / repeats

function countSolved(outcomes: readonly Outcome[]): ReadonlyMap<string, Solved> {
  const counts = new Map<string, Solved>()
  for (const { task, success } of outcomes) {
    const { solved, repeats } = counts.get(task) ?? { solved: 0, repeats: 0 }
    counts.set(task, { solved: solved + (success ? 1 : 0), repeats: repeats + 1 })
  }
  return counts
}
