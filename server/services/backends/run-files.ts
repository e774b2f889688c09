import { join } from 'node:path'
import { AppError } from '@/server/app-error'
import { packageFiles } from '@/server/backends/ray/package'
import { zip } from '@/server/backends/ray/zip'
import { readConfig } from '@/server/config'
import type { RaySettings } from '@/server/core/backends/ray-settings'
import { rayJobManifest } from '@/server/core/backends/run-files/ray-job-manifest'
import { checkpointPlace } from '@/server/core/backends/run-files/run-script'
import { slurmScript } from '@/server/core/backends/run-files/slurm-script'
import { type RaySnapshot, runSnapshotSchema } from '@/server/core/runs/snapshot'
import { stageJob } from '@/server/core/runs/stage-job'
import { backendOfRun } from '@/server/db/backends'
import { findRunName, findSnapshot } from '@/server/db/run-page'
import { trackingIdOf } from '@/server/db/stage-progress'
import { loadSuite } from '@/server/db/suites'

/** Where the project's own image of Ray is; the head's version has to be the same. */
const rayVersion = '2.58.0'

export interface RunFile {
  readonly name: string
  readonly title: string
  readonly text: string
}

/** A run as a Slurm batch script and as a RayJob of KubeRay, from its snapshot. Throws BAD_INPUT for a local run. */
export async function runFiles(run: number): Promise<RunFile[]> {
  const [row, stored, backend] = await Promise.all([findRunName(run), findSnapshot(run), backendOfRun(run)])
  if (!row || !stored) throw new AppError('NOT_FOUND', `There is no run #${run}.`, 'run')
  const snapshot = runSnapshotSchema.parse(stored)
  if (snapshot.backend !== 'ray' || !backend?.settings)
    throw new AppError('BAD_INPUT', `Run #${run} is not for a cluster: there is nothing to submit.`, 'run')
  const { settings } = backend
  const { nodes, gpusPerNode } = snapshot.settings
  const common = {
    ...{ run, name: row.name, nodes, gpusPerNode },
    stages: await stagesOf(run, snapshot, settings),
    tracking: { url: settings.trackingUrl, run: await trackingIdOf(run) },
    python: settings.python,
    stopGraceSeconds: settings.stopGraceSeconds,
  }
  const trainerArchive = zip(packageFiles(join(readConfig().root, 'trainer'))).toString('base64')
  const manifest = { ...common, trainerArchive, rayVersion, checkpointFolder: settings.checkpointFolder }
  return [
    { name: `envtune-run-${run}.sbatch`, title: 'Slurm batch script', text: slurmScript(common) },
    { name: `envtune-run-${run}.yaml`, title: 'KubeRay RayJob', text: rayJobManifest(manifest) },
  ]
}

async function stagesOf(run: number, snapshot: RaySnapshot, settings: RaySettings) {
  const suite = await loadSuite(snapshot.suite.hash)
  return snapshot.curriculum.stages.map((_, stage) =>
    stageJob(snapshot, suite, settings, {
      ...{ run, epoch: 1, stage, resume: 'auto', keep: snapshot.settings.keepCheckpoints },
      from: stage === 0 ? null : checkpointPlace,
    }),
  )
}
