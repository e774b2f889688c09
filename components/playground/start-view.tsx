'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ApiOutput } from '@/components/data/api-types'
import { useTRPC } from '@/components/data/trpc'
import { useSearchState } from '@/components/data/use-search-state'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { titleAmong } from '@/components/ui/title-among'
import { countOf } from '@/server/core/count-of'
import type { PlaySettings } from '@/server/core/playground/session'
import { sessionHref } from './playground-href'
import { SettingsFields } from './settings-fields'
import { TaskSearch } from './task-search'

type Options = ApiOutput['playground']['options']

/** What to play: a task of a suite, or bare domains; and how. */
export function StartView({ options }: { options: Options }) {
  const trpc = useTRPC()
  const router = useRouter()
  const [query, changeQuery] = useSearchState()
  const [domains, setDomains] = useState<readonly string[]>([])
  const [settings, setSettings] = useState<PlaySettings>(() => firstSettings(options))
  const open = useMutation(trpc.playground.open.mutationOptions())
  const suite = options.suites.find(({ name }) => name === query.get('suite')) ?? firstSuite(options)
  if (!suite) return null
  const isBare = query.get('bare') !== null
  const fields = (open.error?.data?.fields ?? {}) as Readonly<Record<string, string>>
  const begin = async (task: string | null) => {
    const session = await open.mutateAsync({ suite: suite.name, task, domains: [...domains], ...settings })
    router.push(sessionHref(session))
  }
  const start = (task: string | null) => void begin(task).catch(() => undefined)
  return (
    <div className="grid min-w-0 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Panel
        flush
        title={isBare ? 'Bare domains' : 'A task'}
        note={isBare ? 'In the state that they have without a scenario; nothing is judged' : undefined}
        actions={
          <Button size="small" onClick={() => changeQuery({ bare: isBare ? null : '1' })}>
            {isBare ? 'Play a task instead' : 'Play bare domains instead'}
          </Button>
        }
      >
        {isBare ? (
          <DomainChoice
            domains={suite.domains}
            chosen={domains.filter((name) => suite.domains.includes(name))}
            error={fields.domains}
            onChange={setDomains}
            onStart={() => start(null)}
          />
        ) : (
          <TaskSearch
            suite={suite.name}
            isFree={suite.isFree}
            text={query.get('q') ?? ''}
            onText={(text) => changeQuery({ q: text })}
            onChoose={start}
          />
        )}
        {open.error && (
          <p role="alert" className="border-t border-line px-3 py-2 text-bad">
            {open.error.message}
          </p>
        )}
      </Panel>
      <Panel title="How">
        <div className="grid gap-3">
          <SelectField
            label="Suite"
            value={suite.name}
            onChange={(event) => changeQuery({ suite: event.target.value, q: null })}
          >
            {options.suites.map((choice) => (
              <option key={choice.name} value={choice.name}>
                {titleAmong(choice, options.suites)} (version {choice.version}, {countOf(choice.tasks, 'task')})
              </option>
            ))}
          </SelectField>
          <SettingsFields
            settings={settings}
            sets={options.sets}
            isFree={isBare || suite.isFree}
            error={fields.augmentation}
            onChange={setSettings}
          />
        </div>
      </Panel>
    </div>
  )
}

const firstSuite = ({ suites }: Options) => suites.find(({ name }) => name === 'starter') ?? suites[0]

function firstSettings({ sets }: Options): PlaySettings {
  const set = sets.find(({ name }) => name === 'built-in') ?? sets[0]
  const augmentation = set ? { name: set.name, version: set.version } : null
  return { profile: 'training', feedback: 'standard', augmentation }
}

interface DomainChoiceProps {
  readonly domains: readonly string[]
  readonly chosen: readonly string[]
  readonly error: string | undefined
  readonly onChange: (domains: readonly string[]) => void
  readonly onStart: () => void
}

function DomainChoice({ domains, chosen, error, onChange, onStart }: DomainChoiceProps) {
  return (
    <fieldset className="grid gap-2 p-3">
      <legend className="sr-only">Domains</legend>
      <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
        {domains.map((name) => (
          <label key={name} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, name] : chosen.filter((other) => other !== name))
              }
            />
            <code>{name}</code>
          </label>
        ))}
      </div>
      {error && (
        <p role="alert" className="text-xs text-bad">
          {error}
        </p>
      )}
      <div>
        <Button look="primary" disabled={chosen.length === 0} onClick={onStart}>
          Play{' '}
          {chosen.length === 0 ? 'the chosen domains' : chosen.length === 1 ? chosen[0] : `${chosen.length} domains`}
        </Button>
      </div>
    </fieldset>
  )
}
