import { readConfig } from '@/server/config'
import type { AugmentationSet } from '@/server/core/hints/rule'
import { ownEnvironments } from '@/server/environments/environments'
import { contentHash } from './content-hash'
import { hashSources } from './source-files'

const evaluationFolders = ['server/core/environments', 'server/core/episodes', 'server/core/tasks'] as const
const trainingFolders = [...evaluationFolders, 'server/core/hints', 'server/core/rewards'] as const

/** Hint rules are data: the training hash takes those that the run uses, whichever set they come from. */
const builtinRules = 'server/core/hints/builtin/'

/** What training depends on besides data and settings: tools, hints, rewards, rule profile, message format. */
export async function trainingHash(augmentation: AugmentationSet | null, root = readConfig().root): Promise<string> {
  const sources = await hashSources(root, trainingFolders, [builtinRules])
  return contentHash({ sources, rules: augmentation?.rules ?? null })
}

/** What an evaluation depends on besides its suite: tools, rule profile, message format, checker, feedback. */
export const evaluationHash = (root = readConfig().root): Promise<string> => hashSources(root, evaluationFolders)

/** Evaluations are comparable when both their environment and their suite are the same. */
export const suiteEvaluationHash = (evaluation: string, suite: string): string => contentHash({ evaluation, suite })

/**
 * Over the files of the user's own environments that some of the domains come from, as this process has loaded them;
 * undefined: they are all ours, which the other hashes cover.
 */
export function ownEnvironmentHash(domains: readonly string[]): string | undefined {
  const own = ownEnvironments(domains)
  return own.length === 0 ? undefined : contentHash(own.map(({ hash }) => hash))
}

/** A hash that covers the user's own environment as well, where there is one. */
export const withOwnEnvironment = (hash: string, environment: string | undefined): string =>
  environment === undefined ? hash : contentHash({ hash, environment })
