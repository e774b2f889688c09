import { stageFolder } from '@/server/core/runs/stage-job'
import type { RaySink, RaySubmission } from './ray-submission'
import { trainerLine } from './trainer-line'

/** Registers what a job says of its checkpoints: in its output, or, as verl does, with its metrics alone. */
export class SavedCheckpoints {
  constructor(
    private readonly job: RaySubmission,
    private readonly sink: RaySink,
  ) {}

  /** True: the line told of a checkpoint. */
  async fromOutput(line: string): Promise<boolean> {
    const said = trainerLine(line)
    if (said?.type !== 'checkpoint') return false
    const { startStep } = this.job.assignment
    await this.sink.stage.checkpoint({ step: startStep + said.step, path: said.path, bytes: said.bytes })
    return true
  }

  /** Where verl's are follows from their step. */
  async fromMetrics(): Promise<void> {
    const { snapshot, run, assignment } = this.job
    if (snapshot.engine !== 'verl') return
    const name = snapshot.curriculum.stages[assignment.stage]?.name ?? ''
    const folder = stageFolder(assignment.cluster, run, assignment.stage, name)
    for (const step of await this.sink.stage.unknownCheckpoints()) {
      const path = `${folder}/global_step_${step - assignment.startStep}`
      await this.sink.stage.checkpoint({ step, path, bytes: null })
    }
  }
}
