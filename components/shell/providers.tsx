'use client'

import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { Toaster } from 'sonner'
import { LiveProvider } from '@/components/data/live'
import { ApiProvider } from '@/components/data/trpc'
import { HealthNotifier } from '@/components/health/health-notifier'

export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <ApiProvider>
        <LiveProvider>
          {children}
          <HealthNotifier />
        </LiveProvider>
      </ApiProvider>
      <Toaster position="bottom-right" />
    </ThemeProvider>
  )
}
