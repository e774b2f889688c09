import type { ApiOutput } from '@/components/data/api-types'
import { quantity } from '@/components/ui/format'

interface SuiteChoiceProps {
  readonly suites: readonly Omit<ApiOutput['evaluations']['options']['suites'][number], 'needsSearch'>[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly error: string | null
}

/** The suites, in and out of distribution, with the number of their test tasks. */
export function SuiteChoice({ suites, chosen, onChange, error }: SuiteChoiceProps) {
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name])
  return (
    <fieldset className="min-w-0 sm:col-span-2">
      <legend className="text-xs font-medium text-ink-soft">Suites</legend>
      <ul className="mt-1 grid gap-1.5">
        {suites.map(({ name, title, kind, tests, needsSimulator }) => (
          <li key={name}>
            <label className="flex items-start gap-2">
              <input
                type="checkbox"
                className="mt-1"
                checked={chosen.includes(name)}
                disabled={tests === 0}
                onChange={() => toggle(name)}
              />
              <span className="min-w-0">
                {title}{' '}
                <span className="text-xs text-ink-faint">
                  {name}, {quantity(tests)} test tasks,{' '}
                  {kind === 'in-distribution' ? 'in distribution' : 'out of distribution'}
                  {needsSimulator && ', needs somebody to play the user'}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className="mt-1 text-xs text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
