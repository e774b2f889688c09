import { CloudOff } from 'lucide-react'
import { mayPass } from '@/components/data/may-pass'

/** Above something that could not be read again: it stays to be seen, and is tried again where that may help. */
export function StaleNotice({ error }: { error: { readonly message: string } | null }) {
  if (!error) return null
  return (
    <p role="status" className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-warn">
      <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        What you see may be out of date: {error.message}
        {mayPass(error) && ' Trying again.'}
      </span>
    </p>
  )
}
