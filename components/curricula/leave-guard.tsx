'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { leavingHref } from './leaving-href'

/** Asks before a page with unsaved changes is left by a link; before it is closed or loaded again the browser asks. */
export function LeaveGuard({ isUnsaved }: { isUnsaved: boolean }) {
  const router = useRouter()
  const [href, setHref] = useState<string | null>(null)
  useEffect(() => {
    if (!isUnsaved) return
    const onClick = (event: MouseEvent) => {
      const next = hrefOf(event)
      if (next === null) return
      event.preventDefault()
      // before the link's own handler, which would navigate
      event.stopPropagation()
      setHref(next)
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('click', onClick, true)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('click', onClick, true)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [isUnsaved])
  return (
    <Dialog
      open={href !== null}
      onOpenChange={() => setHref(null)}
      title="Leave without saving?"
      description="What was changed here is lost."
    >
      <div className="flex justify-end gap-2">
        <Button onClick={() => setHref(null)}>Stay</Button>
        <Button
          look="danger"
          onClick={() => {
            if (href !== null) router.push(href)
          }}
        >
          Leave
        </Button>
      </div>
    </Dialog>
  )
}

function hrefOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href) return null
  const isModified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  const { href, target } = link
  const isDownload = link.hasAttribute('download')
  return leavingHref({ button: event.button, isModified, href, target, isDownload }, window.location.href)
}
