'use client'

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** So far outside of the window, in pixels, counts as near. */
const margin = 400

/**
 * Holds what is expensive to draw only while it is near the window, and its place all the time. What has the focus
 * stays.
 */
export function WhenVisible({ height, children }: { height: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const [kept, setKept] = useState(height)
  // what the page opens with is drawn at once: the observer answers some time after everything else has settled
  useLayoutEffect(() => {
    const box = place.current?.getBoundingClientRect()
    if (box && box.top < window.innerHeight + margin && box.bottom > -margin) setNear(true)
  }, [])
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry || (!entry.isIntersecting && element.contains(document.activeElement))) return
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setKept(entry.boundingClientRect.height)
        setNear(entry.isIntersecting)
      },
      { rootMargin: `${margin}px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} style={{ minHeight: isNear ? height : kept }}>
      {isNear && children}
    </div>
  )
}
