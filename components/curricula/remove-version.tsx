'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/data/trpc'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

/** Deletes a version that no run has used, after asking. */
export function RemoveVersion({ name, version }: { name: string; version: number }) {
  const [isOpen, setOpen] = useState(false)
  const trpc = useTRPC()
  const router = useRouter()
  const remove = useMutation(trpc.curricula.remove.mutationOptions())
  const confirm = async () => {
    await remove.mutateAsync({ name, version })
    toast.success(`Version ${version} of ${name} is deleted`)
    router.push('/curricula')
    router.refresh()
  }
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        Delete
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={`Delete version ${version} of ${name}?`}
        description="No run has used it. Links to it will lead nowhere."
      >
        {remove.error && (
          <p role="alert" className="mb-2 text-bad">
            {remove.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Keep it</Button>
          <Button look="danger" disabled={remove.isPending} onClick={() => void confirm().catch(() => undefined)}>
            Delete it
          </Button>
        </div>
      </Dialog>
    </>
  )
}
