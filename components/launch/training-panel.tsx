import type { ApiOutput } from '@/components/data/api-types'
import { InputField, SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { titleAmong } from '@/components/ui/title-among'
import { BackendFields } from './backend-fields'
import type { FieldErrors, LaunchFormState } from './form-state'
import { OtherSuites } from './other-suites'

interface TrainingPanelProps {
  readonly form: LaunchFormState
  readonly options: ApiOutput['launch']['options']
  readonly errors: FieldErrors
  readonly onChange: (part: Partial<LaunchFormState>) => void
  readonly onBackend: (part: Partial<LaunchFormState>) => void
}

/** The suite, where and what is trained, and with which seeds. */
export function TrainingPanel({ form, options, errors, onChange, onBackend }: TrainingPanelProps) {
  const suites = options.suites.filter(({ kind }) => kind === 'in_distribution')
  return (
    <Panel title="What is trained, on what">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <SelectField
          label="Suite"
          value={form.suite}
          onChange={(event) => onChange({ suite: event.target.value })}
          error={errors.suite}
          help="Training, validation and test tasks; no dialogue is on two sides"
        >
          {suites.map((suite) => (
            <option key={suite.name} value={suite.name}>
              {titleAmong(suite, suites)} (version {suite.version})
            </option>
          ))}
        </SelectField>
        <BackendFields form={form} clusters={options.clusters} errors={errors} onChange={onBackend} />
        <InputField
          label="Name"
          value={form.name}
          placeholder="after suite and seed"
          onChange={(event) => onChange({ name: event.target.value })}
          error={errors.name}
        />
        <InputField
          label="Seeds"
          value={form.seeds}
          onChange={(event) => onChange({ seeds: event.target.value })}
          error={errors.seeds}
          help="One run per seed: 0, or 0-4, or 0, 3, 7"
        />
        <OtherSuites
          chosen={form.outOfDistribution}
          suites={options.suites}
          error={errors.outOfDistribution}
          onChange={(outOfDistribution) => onChange({ outOfDistribution })}
        />
      </div>
    </Panel>
  )
}
