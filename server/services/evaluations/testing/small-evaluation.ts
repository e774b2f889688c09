import { join } from 'node:path'
import { endpointSettingsSchema } from '@/server/core/chat/endpoint-settings'
import { readSuiteFolder } from '@/server/core/tasks/suite-folder'
import { withSuiteHash } from '@/server/core/tasks/suite-hash'
import { type Suite, splits } from '@/server/core/tasks/task'
import { storeSuite } from '@/server/db/suites'
import type { ChatServer } from '@/server/endpoints/testing/start-chat-server'
import { sha256 } from '@/server/hashes/content-hash'
import { saveEndpoint } from '@/server/services/endpoints/save-endpoint'
import { readJsonFiles } from '@/server/services/suites/read-files'

/** Some test tasks of a suite that comes with Envtune, of every split that it has. */
async function someTests(name: string, perSplit: number): Promise<Suite> {
  const suite = await readSuiteFolder(await readJsonFiles(join('suites', name)), sha256)
  const tests = suite.tasks.filter(({ partition }) => partition === 'test')
  const tasks = splits.flatMap((split) => tests.filter((task) => task.split === split).slice(0, perSplit))
  return withSuiteHash({ ...suite, name: `few-${name}`, tasks }, sha256)
}

/** Stores `few-starter` and `few-starter-ood`. */
export async function storeFewTests(): Promise<readonly Suite[]> {
  const suites = [await someTests('starter', 2), await someTests('starter-ood', 2)]
  for (const suite of suites) await storeSuite(suite)
  return suites
}

let made = 0

/** Stores an endpoint for a model of the scripted server. Answers its number. */
export async function storeScripted(
  server: ChatServer,
  model: string,
  more: { readonly key?: string; readonly settings?: object } = {},
): Promise<number> {
  const settings = endpointSettingsSchema.parse({
    ...{ baseUrl: server.url, model, inputPrice: 1, outputPrice: 10 },
    ...more.settings,
  })
  made += 1
  return (await saveEndpoint({ id: null, name: `${model} ${made}`, settings, key: more.key ?? server.key })).id
}
