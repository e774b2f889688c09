'use client'

import { Bell, BellOff } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { chooseNotifications, useNotificationChoice } from './notification-choice'

const words = {
  unknown: '',
  off: 'This browser can tell you when a rule warns, while a page of Envtune is open in it.',
  on: 'This browser tells you when a rule warns, while a page of Envtune is open in it.',
  blocked: 'This browser refuses notifications of this site. Allow them in the browser’s settings for it, then reload.',
  impossible: 'This browser shows no notifications here: it wants https, or an address on this machine.',
} as const

/** Opting in to notifications of this browser; it is asked for permission only when somebody presses. */
export function NotifySwitch() {
  const choice = useNotificationChoice()
  const on = choice === 'on'
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        aria-pressed={on}
        disabled={choice !== 'on' && choice !== 'off'}
        onClick={() => void chooseNotifications(!on)}
      >
        {on ? <BellOff aria-hidden /> : <Bell aria-hidden />}
        {on ? 'Stop notifying me' : 'Notify me in this browser'}
      </Button>
      <p className="min-w-0 text-ink-soft">{words[choice]}</p>
    </div>
  )
}
