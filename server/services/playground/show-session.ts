import type { NextTurn } from '@/server/core/episodes/step-result'
import { readableStep } from '@/server/services/read/readable-step'
import { keptSession } from './keep-session'
import { playKept } from './play-kept'

/** A session as its page shows it: every message with both texts and what it changed, and what can be done now. */
export async function showSession(id: string) {
  const session = await keptSession(id)
  const { episode, changes, setting } = await playKept(session)
  const { task, isFree } = setting
  const record = episode.finish()
  const reached = episode.isOver ? task.turns.length : episode.current().index + 1
  return {
    id,
    ...{ suite: session.suite.name, task: session.task, domains: task.task.domains, day: session.day },
    settings: { profile: session.profile, feedback: session.feedback, augmentation: session.augmentation },
    ...{ split: task.task.split, partition: task.task.partition, turnCount: task.turns.length, isFree },
    turns: task.turns.slice(0, reached).map(({ index, message, releases }) => ({
      ...{ index, message, releases: releases.map(({ name }) => name) },
      score: isFree ? null : scoreOf(record.turns.find((turn) => turn.index === index)),
    })),
    steps: record.steps.map((step, index) => ({
      ...readableStep(step),
      changes: changes[index] ?? [],
      /** The endpoint that played it; null: a person. */
      by: session.moves[index]?.by ?? null,
    })),
    open: episode.isOver ? null : openTurn(episode.current()),
    rewards: record.rewards,
    truncated: record.truncated,
  }
}

type TurnRecord = ReturnType<Awaited<ReturnType<typeof playKept>>['episode']['finish']>['turns'][number]

const scoreOf = (turn: TurnRecord | undefined) =>
  turn ? { reward: turn.reward, stateOk: turn.stateOk, execOk: turn.execOk, forcedEnd: turn.forcedEnd } : null

const openTurn = ({ index, message, tools }: NextTurn) => ({ index, message, tools })
