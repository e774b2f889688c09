import type { Kit, OwnEnvironment } from '../../../../server/core/own-environments/kit'
import { errors } from './errors'
import { jobTools } from './job-tools'
import { reachableErrors } from './reachable-errors'
import { noWorkshop } from './state'
import { stockTools } from './stock-tools'

/** A bicycle workshop: mechanics, repair jobs and a stock of parts. */
export default function bikeWorkshop(kit: Kit): OwnEnvironment {
  const domain = kit.defineDomain({
    name: 'BikeWorkshop',
    title: 'Bicycle workshop',
    tools: [...stockTools(kit), ...jobTools(kit)],
    errors: errors(kit),
    ...kit.attributeState(noWorkshop),
  })
  return { domains: [{ domain, reachableErrors }] }
}
