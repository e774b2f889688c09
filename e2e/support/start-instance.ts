import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRunningEnvtune } from '@/server/processes/running-envtune'
import { envtune } from './envtune'
import { publishInstance } from './instance'

/** Starts a whole Envtune with an empty database of its own; answers how to end it. */
export default async function startInstance(): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'envtune-e2e-'))
  // Postgres may run as another account, which must get there
  chmodSync(dataFolder, 0o755)
  const { url, envUrl, stop } = await startRunningEnvtune({
    dataFolder,
    environmentFolders: [brokenEnvironment(dataFolder)],
  })
  publishInstance({ url, envUrl, dataFolder })
  // tasks, but no run: the tests launch their own, shorter ones
  const imported = await envtune('suites', 'import-starter')
  if (imported.status !== 0) throw new Error(`The starter suites were not imported:\n${imported.stderr}`)
  return async () => {
    await stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** An environment of the user's own with a mistake: everything else has to work all the same. */
function brokenEnvironment(dataFolder: string): string {
  const folder = join(dataFolder, 'broken-environment')
  mkdirSync(folder)
  writeFileSync(join(folder, 'environment.ts'), 'export default () => nowhere.at.all\n')
  return folder
}
