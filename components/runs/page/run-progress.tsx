import { percent } from '@/components/ui/format'
import { ProgressBar } from '@/components/ui/progress-bar'
import { stageSteps } from '../stage-steps'
import type { RunPageData } from './run-header'

/** How far the stage has come, in its own steps: a gate may end it before its most. Outside stages, what is being done. */
export function RunProgress({ run }: { run: RunPageData }) {
  const stage = run.stages.find(({ position }) => position === run.stageIndex)
  const place = { stageStart: stage?.startStep ?? null, stageMost: stage?.plan?.gate.maxSteps ?? null }
  const steps = stageSteps({ ...run, ...place })
  const doing = run.doing ?? 'starting'
  return (
    <div>
      <p className="mb-1 flex flex-wrap justify-between gap-x-4 text-xs text-ink-soft">
        <span>{doing}</span>
        <span className="tabular-nums">{steps ? steps.words : percent(run.progress, 0)}</span>
      </p>
      <ProgressBar share={steps ? steps.done / steps.most : run.progress} label={steps?.words ?? doing} />
    </div>
  )
}
