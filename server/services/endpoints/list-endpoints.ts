import { type StoredEndpoint, listEndpoints as storedEndpoints } from '@/server/db/endpoints'

/** An endpoint as the browser may see it: of its key only whether there is one. */
const endpointView = ({ secret, ...endpoint }: StoredEndpoint) => ({ ...endpoint, hasKey: secret !== null })

export const listEndpoints = async () => (await storedEndpoints()).map(endpointView)
