import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'

/**
 * A view that stands in the URL and that the server renders. What a person chooses shows at once (`shown`), and so the
 * next choice adds to it; `isLoading` until the server has answered, after which the address alone counts.
 */
export function useServerView<View>(
  addressed: View,
  hrefOf: (view: View) => string,
  how: 'replace' | 'push' = 'replace',
) {
  const router = useRouter()
  const [isLoading, startLoading] = useTransition()
  const [shown, show] = useOptimistic(addressed)
  const open = (next: View) =>
    startLoading(() => {
      show(next)
      router[how](hrefOf(next), { scroll: false })
    })
  return { shown, open, isLoading, startLoading }
}
