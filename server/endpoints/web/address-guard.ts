import { BlockList, isIP } from 'node:net'

/** Addresses that are nobody's to call: link-local (clouds keep credentials there), unspecified, multicast, reserved. */
const forbidden = networks(
  ...['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::/32'],
)

/** Addresses inside this machine or its network; the last are IPv4 addresses behind a translator. */
const inside = networks(
  ...['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
  ...['::1/128', 'fc00::/7', '64:ff9b::/96'],
)

function networks(...all: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of all) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), familyOf(address))
  }
  return list
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

/** Who calls, and what the operator has opened to that. */
export interface AddressGuard {
  /** As messages name it: `webhook`. */
  readonly caller: string
  /** The setting in which the operator names hosts inside that may be called; null: none may. */
  readonly setting: string | null
  readonly hosts: readonly string[]
}

/** Host name as settings name it. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase()

/**
 * Why this address may not be called, or null. Whoever may name an address could otherwise make this machine ask
 * services that only it can reach; hosts inside are called where the operator has named them.
 */
export function refusalOfAddress(address: string, host: string, guard: AddressGuard): string | null {
  const family = familyOf(address)
  if (forbidden.check(address, family)) return `${host} is at ${address}, which no ${guard.caller} may call.`
  if (!inside.check(address, family) || guard.hosts.includes(host)) return null
  const way = guard.setting === null ? '' : ` Add ${host} to ${guard.setting} if it may be called.`
  return `${host} is at ${address}, inside this machine or network.${way}`
}

/** Why this URL may not be called, as far as its text tells, or null. */
export function refusalOfUrl(text: string, guard: AddressGuard): string | null {
  if (!URL.canParse(text)) return 'A URL like https://www.example.com/envtune is needed.'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'Only http and https can be called.'
  if (url.username !== '' || url.password !== '') return 'Name and password may not stand in the URL.'
  const host = hostOf(url)
  if (host === 'localhost' || host.endsWith('.localhost')) return refusalOfAddress('127.0.0.1', host, guard)
  return isIP(host) === 0 ? null : refusalOfAddress(host, host, guard)
}
