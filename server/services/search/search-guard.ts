import { readConfig } from '@/server/config'
import type { AddressGuard } from '@/server/endpoints/web/address-guard'

/** A search engine of one's own often stands on this machine: the operator names it. */
export const searchGuard = (): AddressGuard => ({
  ...{ caller: 'search engine', setting: 'ENVTUNE_SEARCH_HOSTS', hosts: readConfig().searchHosts },
})
