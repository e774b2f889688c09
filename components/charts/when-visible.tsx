'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * Holds what is expensive to draw only while it is near the window, and its place all the time. What has the focus
 * stays.
 */
export function WhenVisible({ height, children }: { height: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const [kept, setKept] = useState(height)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry || (!entry.isIntersecting && element.contains(document.activeElement))) return
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setKept(entry.boundingClientRect.height)
        setNear(entry.isIntersecting)
      },
      { rootMargin: '400px' },
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
