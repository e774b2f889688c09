'use client'

import type { ApiOutput } from '@/components/data/api-types'
import { SelectField } from '@/components/ui/field'
import { titleAmong } from '@/components/ui/title-among'
import type { PlaySettings } from '@/server/core/playground/session'

interface SettingsFieldsProps {
  readonly settings: PlaySettings
  readonly sets: ApiOutput['playground']['options']['sets']
  /** Nothing is judged: there are no rules to choose. */
  readonly isFree: boolean
  readonly error?: string | undefined
  readonly onChange: (settings: PlaySettings) => void
}

/** By which rules it is played, which hints there are, and which text the player is told. */
export function SettingsFields({ settings, sets, isFree, error, onChange }: SettingsFieldsProps) {
  const { profile, feedback, augmentation } = settings
  const chosen = sets.findIndex(({ name, version }) => name === augmentation?.name && version === augmentation.version)
  const change = (part: Partial<PlaySettings>) => onChange({ ...settings, ...part })
  return (
    <>
      <SelectField
        label="Augmentation set"
        value={augmentation === null ? 'none' : String(chosen)}
        error={error}
        onChange={({ target }) => {
          const set = sets[Number(target.value)]
          change({ augmentation: set ? { name: set.name, version: set.version } : null })
        }}
      >
        {augmentation !== null && chosen < 0 && (
          <option value="-1">
            {augmentation.name} (version {augmentation.version})
          </option>
        )}
        {sets.map((set, index) => (
          <option key={`${set.name}/${set.version}`} value={index}>
            {titleAmong(set, sets)} (version {set.version})
          </option>
        ))}
        <option value="none">None: standard texts only</option>
      </SelectField>
      <SelectField
        label="An agent would read"
        value={feedback}
        help="The other text is shown beside it"
        onChange={({ target }) => change({ feedback: target.value === 'augmented' ? 'augmented' : 'standard' })}
      >
        <option value="standard">the standard text</option>
        <option value="augmented">the hint, where a rule matches</option>
      </SelectField>
      {!isFree && (
        <SelectField
          label="Rules"
          value={profile}
          help={profile === 'training' ? '6 steps a turn; no calls in empty turns' : 'The 21st step ends the episode'}
          onChange={({ target }) => change({ profile: target.value === 'bfcl' ? 'bfcl' : 'training' })}
        >
          <option value="training">Training</option>
          <option value="bfcl">Benchmark (evaluation)</option>
        </SelectField>
      )}
    </>
  )
}
