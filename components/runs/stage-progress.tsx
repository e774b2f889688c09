import { missing } from '@/components/ui/format'
import { ProgressBar } from '@/components/ui/progress-bar'
import { type StagePlace, stageSteps } from './stage-steps'

interface StageProgressProps {
  readonly run: StagePlace & { readonly progress: number; readonly doing: string | null }
}

/** Which stage of how many, and how many of its steps are taken; outside stages, how far what is being done has come. */
export function StageProgress({ run }: StageProgressProps) {
  const live = run.status === 'running' || run.status === 'evaluating' || run.status === 'stopping'
  const stage = run.stageIndex === null ? null : `stage ${run.stageIndex + 1}/${run.stageCount}`
  const steps = live ? stageSteps(run) : null
  const isKnown = steps !== null || run.doing !== null || stage !== null
  if (!isKnown) return <span className="text-ink-faint">{missing}</span>
  return (
    <div className="w-36">
      <div className="flex justify-between gap-2 text-xs whitespace-nowrap" title={steps?.words}>
        <span className="truncate" title={run.doing ?? undefined}>
          {steps || !live ? (stage ?? '–') : (run.doing ?? stage ?? '–')}
        </span>
        <span className="text-ink-faint tabular-nums">
          {steps ? `step ${steps.done}/${steps.most}` : !live && run.trainingStep > 0 && `step ${run.trainingStep}`}
        </span>
      </div>
      {live && (
        <ProgressBar
          share={steps ? steps.done / steps.most : run.progress}
          label={steps?.words ?? run.doing ?? 'Progress'}
          className="mt-1"
        />
      )}
    </div>
  )
}
