import { type AddressGuard, refusalOfUrl as refusalOf } from '@/server/endpoints/web/address-guard'

/** Hosts inside this machine or network are called where the operator has named them. */
export const webhookGuard = (hosts: readonly string[]): AddressGuard => ({
  ...{ caller: 'webhook', setting: 'ENVTUNE_WEBHOOK_HOSTS', hosts },
})

/** Why this URL may not be a webhook, as far as its text tells, or null. */
export const refusalOfUrl = (text: string, allowedHosts: readonly string[]): string | null =>
  refusalOf(text, webhookGuard(allowedHosts))
