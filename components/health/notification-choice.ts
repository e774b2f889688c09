'use client'

import { useSyncExternalStore } from 'react'

const key = 'envtune-health-notifications'
const changed = 'envtune-health-notifications-changed'

/** `unknown` before the browser has said. */
export type NotificationChoice = 'unknown' | 'impossible' | 'blocked' | 'off' | 'on'

function present(): NotificationChoice {
  if (!('Notification' in window)) return 'impossible'
  if (Notification.permission === 'denied') return 'blocked'
  return Notification.permission === 'granted' && localStorage.getItem(key) === 'on' ? 'on' : 'off'
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(changed, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(changed, listener)
  }
}

/** Whether this browser shows notifications of health rules; the same in all its tabs. */
export const useNotificationChoice = (): NotificationChoice =>
  useSyncExternalStore(subscribe, present, (): NotificationChoice => 'unknown')

/** Keeps the choice. Asks the browser for permission where it was never asked: only ever called by a press. */
export async function chooseNotifications(on: boolean): Promise<void> {
  const allowed = on && (await Notification.requestPermission()) === 'granted'
  localStorage.setItem(key, allowed ? 'on' : 'off')
  window.dispatchEvent(new Event(changed))
}
