import type { ApiOutput } from '@/components/data/api-types'
import { SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { titleAmong } from '@/components/ui/title-among'
import { countOf } from '@/server/core/count-of'
import type { FieldErrors, LaunchFormState } from './form-state'

const rewards = ['stage', 'progress', 'syntax', 'binary'] as const satisfies readonly LaunchFormState['reward'][]

const rewardTitles: Readonly<Record<LaunchFormState['reward'], string>> = {
  stage: 'As the stages say',
  progress: 'Progress: share of right turns',
  syntax: 'Syntax: share of well-formed steps',
  binary: 'Binary: all turns right or nothing',
}

type Options = ApiOutput['launch']['options']

interface EnvironmentPanelProps {
  readonly form: LaunchFormState
  readonly options: Options
  readonly curriculum: Options['curricula'][number] | undefined
  readonly errors: FieldErrors
  readonly onChange: (part: Partial<LaunchFormState>) => void
}

/** What is tuned: curriculum, hints and reward. */
export function EnvironmentPanel({ form, options, curriculum, errors, onChange }: EnvironmentPanelProps) {
  return (
    <Panel title="The environment it learns in">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <SelectField
          label="Curriculum"
          value={curriculum ? options.curricula.indexOf(curriculum) : -1}
          onChange={(event) => {
            const chosen = options.curricula[Number(event.target.value)]
            if (chosen) onChange({ curriculum: chosen.name, curriculumVersion: chosen.version, stages: {} })
          }}
          error={errors.curriculum}
        >
          {options.curricula.map((choice, index) => (
            <option key={`${choice.name}/${choice.version}`} value={index}>
              {titleAmong(choice, options.curricula)} (version {choice.version})
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Augmentation"
          value={form.augmentation}
          onChange={(event) => onChange({ augmentation: event.target.value })}
          error={errors.augmentation}
          help="Hints in place of vague tool errors"
        >
          {options.augmentationSets.map((set) => (
            <option key={set.name} value={set.name}>
              {titleAmong(set, options.augmentationSets)} (version {set.version}, {countOf(set.rules, 'rule')})
            </option>
          ))}
          <option value="">Off: standard feedback in every stage</option>
        </SelectField>
        <SelectField
          label="Reward"
          value={form.reward}
          onChange={(event) => onChange({ reward: rewards.find((name) => name === event.target.value) ?? 'stage' })}
          error={errors.reward}
        >
          {rewards.map((name) => (
            <option key={name} value={name}>
              {rewardTitles[name]}
            </option>
          ))}
        </SelectField>
      </div>
    </Panel>
  )
}
