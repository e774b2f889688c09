import { aceBaseApi } from './ace-base-api'
import { aceFoodPlatform } from './ace-food-platform'
import { aceMessageApi } from './ace-message-api'
import { aceReminderApi } from './ace-reminder-api'
import { aceTravel } from './ace-travel'
import { memoryKv } from './memory-kv'
import { memoryRecSum } from './memory-rec-sum'
import { builtinRegistry, type Registry, registryOf } from './registry'
import { webSearch } from './web-search'

/** Domains of the out-of-distribution benchmarks: nothing is trained on them, and no hint rule knows them. */
const evaluationDomains: Registry = registryOf([
  aceBaseApi,
  aceMessageApi,
  aceReminderApi,
  aceFoodPlatform,
  aceTravel,
  memoryKv,
  memoryRecSum,
  webSearch,
])

/** Every domain that can be evaluated on: the built-in ones and those of the out-of-distribution benchmarks. */
export const evaluationRegistry: Registry = new Map([...builtinRegistry, ...evaluationDomains])
