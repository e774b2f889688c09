import { Button } from './button'

interface FormEndProps {
  /** What went wrong with the whole; what belongs to a field stands there. */
  readonly problem: string | null
  readonly saving: boolean
  readonly leave: string
  readonly onLeave: () => void
}

/** The end of a form that is saved: what went wrong, the way out, and Save. */
export function FormEnd({ problem, saving, leave, onLeave }: FormEndProps) {
  return (
    <>
      {problem !== null && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onLeave}>{leave}</Button>
        <Button type="submit" look="primary" disabled={saving}>
          {saving ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </>
  )
}
