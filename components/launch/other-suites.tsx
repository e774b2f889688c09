import type { ApiOutput } from '@/components/data/api-types'
import { titleAmong } from '@/components/ui/title-among'
import type { LaunchFormState } from './form-state'

type Suites = ApiOutput['launch']['options']['suites']

interface OtherSuitesProps {
  readonly chosen: LaunchFormState['outOfDistribution']
  readonly suites: Suites
  readonly error: string | undefined
  readonly onChange: (chosen: LaunchFormState['outOfDistribution']) => void
}

/** Suites that the policy never trains on, evaluated beside its own: the gap in and out of distribution. */
export function OtherSuites({ chosen, suites, error, onChange }: OtherSuitesProps) {
  const offered = suites.filter(({ kind }) => kind === 'out_of_distribution')
  if (offered.length === 0) return null
  const usual = offered.filter((suite) => suite.usual).map(({ name }) => name)
  const names = chosen ?? usual
  const toggle = (name: string) => {
    const next = offered.map((suite) => suite.name).filter((one) => (one === name) !== names.includes(one))
    onChange(next.join() === usual.join() ? null : next)
  }
  return (
    <fieldset className="grid content-start gap-1 sm:col-span-2" aria-describedby="other-suites-help">
      <legend className="mb-1 text-xs font-medium text-ink-soft">Out of distribution</legend>
      {offered.map((suite) => (
        <label key={suite.name} className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={names.includes(suite.name)}
            onChange={() => toggle(suite.name)}
          />
          {titleAmong(suite, offered)} (version {suite.version})
        </label>
      ))}
      {error ? (
        <p id="other-suites-help" role="alert" className="text-xs text-bad">
          {error}
        </p>
      ) : (
        <p id="other-suites-help" className="text-xs text-ink-faint">
          {names.length > 0
            ? 'Never trained on; evaluated whenever the suite’s own test tasks are'
            : 'None: the run will have no gap between in and out of distribution'}
        </p>
      )}
    </fieldset>
  )
}
