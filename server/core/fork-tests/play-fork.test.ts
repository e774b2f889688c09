import { describe, expect, it } from 'vitest'
import type { EpisodeRecord } from '@/server/core/episodes/record'
import { taggedFormat } from '@/server/core/episodes/tagged-format'
import { greedy } from '@/server/core/policies/cpu/choosers'
import { Toolboxes } from '@/server/core/policies/cpu/toolbox'
import { WeightTable } from '@/server/core/policies/cpu/weight-table'
import { playEpisode } from '@/server/core/policies/cpu-trainer/play-episode'
import { recordedStep } from '@/server/core/replay/recorded-step'
import { ReplayError } from '@/server/core/replay/replay-error'
import { cpuForkPlayer, drawnAtFork } from './cpu-seat'
import { type ForkArm, forkArms } from './plan'
import { type ForkPoint, playFork } from './play-fork'
import type { ForkPlayer } from './seat'
import { failingRecords, recordedSet, worldOf } from './testing/failing-records'

const never = new AbortController().signal
const byId = new Map(failingRecords.map((record) => [record.id, record]))

function pathTo(record: EpisodeRecord): EpisodeRecord[] {
  const before = byId.get(record.prefix?.episode ?? '')
  return [...(before ? pathTo(before) : []), record]
}

/** Failing calls after which the turn went on, with the records that lead to them. */
const failures = failingRecords.flatMap((record) =>
  record.toolErrors.flatMap((error) =>
    record.steps[error.step + 1]?.turn === error.turn
      ? [{ record, error, point: { path: pathTo(record), step: error.step, call: error.call, code: error.code } }]
      : [],
  ),
)
const hinted = failures.filter(({ error }) => error.rule !== null)

/** Says again what was recorded after the fork. */
const sameAgain = ({ path, step }: ForkPoint): ForkPlayer => ({
  format: taggedFormat,
  sit: (episode) => ({
    replay: (each) => void episode.step(each),
    playOn: () => {
      const { steps = [] } = path.at(-1) ?? {}
      const after = steps.slice(step + 1).filter(({ turn }) => turn === steps[step]?.turn)
      for (const each of after) episode.step(recordedStep(each))
      return Promise.resolve()
    },
  }),
})

const asRecorded = ({ feedback }: EpisodeRecord): ForkArm => ({
  label: 'as it was',
  feedback,
  augmentation: recordedSet,
})
const [none, augmented] = forkArms({ sets: [recordedSet] }) as [ForkArm, ForkArm]
const [firstHinted] = hinted
if (!firstHinted) throw new Error('no call of the run failed with a hint')
const untrained = { toolboxes: new Toolboxes(), weights: new WeightTable(0) }
const drawing = (fork: string) => cpuForkPlayer(untrained, drawnAtFork(untrained.weights, 1, 7, fork))

describe('a fork', () => {
  it('comes out as the record when the player says what was recorded, branches and reset states included', async () => {
    expect(failures.length).toBeGreaterThan(20)
    expect(failures.some(({ record }) => record.prefix?.stateReset)).toBe(true)
    for (const { record, error, point } of failures) {
      const forked = await playFork(point, worldOf(record.task), asRecorded(record), at(sameAgain(point)), never)
      const reward = record.turns.find(({ index }) => index === error.turn)?.reward
      expect([forked.recovered, forked.turnOk]).toEqual([error.recovered, reward === 1])
    }
  })

  it('tells the failing call’s hint in the arm of a set, and the standard text without', async () => {
    const { record, point } = firstHinted
    const call = record.steps[point.step]?.calls[point.call]
    const toldIn = async (arm: ForkArm) =>
      (await playFork(point, worldOf(record.task), arm, at(drawing('a')), never)).told
    expect(await toldIn(none)).toEqual({ rule: null, text: call?.standard })
    expect(await toldIn(augmented)).toEqual({ rule: call?.rule, text: call?.hinted })
  })

  it('goes on alike in arms that say the same, and otherwise in another repeat', async () => {
    const silent: ForkArm = { label: 'silent', feedback: 'augmented', augmentation: { ...recordedSet, rules: [] } }
    let others = 0
    for (const [index, { record, point }] of failures.slice(0, 20).entries()) {
      const play = async (arm: ForkArm, repeat: number) => {
        return (await playFork(point, worldOf(record.task), arm, at(drawing(String(index)), repeat), never)).steps
      }
      const one = await play(none, 0)
      expect(await play(silent, 0)).toEqual(one)
      if (JSON.stringify(await play(none, 1)) !== JSON.stringify(one)) others += 1
    }
    expect(others).toBeGreaterThan(3)
  })

  it('is refused where the call ends otherwise now', async () => {
    const { record, point } = firstHinted
    const other = { ...point, code: 'another' }
    const play = playFork(other, worldOf(record.task), none, at(sameAgain(point)), never)
    await expect(play).rejects.toThrow(ReplayError)
  })
})

describe('the built-in policy at a fork', () => {
  it('stands where it stood when it played the episode itself', async () => {
    const { weights, toolboxes } = untrained
    let looked = 0
    for (const whole of failingRecords.filter(({ kind }) => kind === 'episode')) {
      const { id, kind, partition, stage, trainingStep, suite, task, group, rollout, prefix } = whole
      const identity = { id, kind, partition, stage, trainingStep, suite, task, group, rollout, prefix }
      const options = { ...worldOf(task), ...standard, identity }
      const record = playEpisode(options, { toolboxes, weights, choose: greedy(weights) })
      const calls = record.steps.map((step) => step.calls.map(({ expression }) => expression))
      for (const { step, turn, call, code } of record.toolErrors) {
        if (record.steps[step + 1]?.turn !== turn) continue
        const point = { path: [record], step, call, code }
        const forked = await playFork(
          point,
          worldOf(task),
          none,
          at(cpuForkPlayer(untrained, () => greedy(weights))),
          never,
        )
        const after = calls.slice(step + 1).filter((_, index) => record.steps[step + 1 + index]?.turn === turn)
        expect(forked.steps.map((each) => each.calls.map(({ expression }) => expression))).toEqual(after)
        looked += 1
      }
    }
    expect(looked).toBeGreaterThan(0)
  })
})

const standard = { profile: 'training', feedback: 'standard', rewardName: 'progress' } as const

function at(player: ForkPlayer, repeat = 0) {
  return { player, repeat }
}
