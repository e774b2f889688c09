import { InputField } from './field'

interface SecretFieldProps {
  /** As it is called: `Key`. */
  readonly label: string
  readonly help: string
  readonly value: string
  /** One is stored: left empty, it stays. */
  readonly stored: boolean
  readonly forget: boolean
  readonly error: string | null | undefined
  readonly onChange: (value: string) => void
  readonly onForget: (forget: boolean) => void
}

/** A key or token: it goes in and never comes back, stays when nothing is entered, and can be forgotten. */
export function SecretField({ label, help, value, stored, forget, error, onChange, onForget }: SecretFieldProps) {
  return (
    <>
      <InputField
        label={label}
        type="password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={error}
        placeholder={stored ? 'stays as it is' : 'none'}
        help={help}
        autoComplete="off"
      />
      {stored && (
        <label className="flex items-center gap-2 text-xs text-ink-soft">
          <input type="checkbox" checked={forget} onChange={(event) => onForget(event.target.checked)} />
          Forget the stored {label.toLowerCase()}
        </label>
      )}
    </>
  )
}
