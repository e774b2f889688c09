import { AppError } from '@/server/app-error'
import { type PlayedSession, type PlaySetting, playSession } from '@/server/core/playground/play-session'
import type { PlaygroundSession } from '@/server/core/playground/session'
import { findAugmentationSet } from '@/server/db/augmentation-sets'
import { openPlace } from './suite-shelf'

export interface Played extends PlayedSession {
  readonly setting: PlaySetting
}

/** Plays a session from its beginning, in its own suite and under its own hints. Throws BAD_INPUT and NOT_FOUND. */
export async function playKept(session: PlaygroundSession): Promise<Played> {
  const [place, augmentation] = await Promise.all([openPlace(session), setOf(session)])
  const setting = { ...place, augmentation }
  return { ...playSession(session, setting), setting }
}

async function setOf({ augmentation: wanted }: PlaygroundSession) {
  if (wanted === null) return null
  const found = await findAugmentationSet(wanted.name, wanted.version)
  if (found) return found.set
  throw new AppError('BAD_INPUT', `There is no version ${wanted.version} of the set "${wanted.name}".`, 'augmentation')
}
