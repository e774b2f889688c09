import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { type AddressGuard, refusalOfAddress } from './address-guard'

/** A name leads to an address that may not be called. */
export class RefusedAddress extends Error {}

/** Looks a name up and connects to no address that is refused: the one that is checked is the one that is called. */
export function checkedLookup(host: string, guard: AddressGuard): LookupFunction {
  return (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const refusals = addresses.map(({ address }) => refusalOfAddress(address, host, guard))
      const refusal = refusals.find((found) => found !== null)
      const first = addresses[0]
      if (refusal != null) return callback(new RefusedAddress(refusal), '', 0)
      if (!first || isIP(first.address) === 0) return callback(new Error(`${host} leads nowhere.`), '', 0)
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}
