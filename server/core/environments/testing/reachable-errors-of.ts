import { reachableErrors as aceBaseApi } from '../ace-base-api/reachable-errors'
import { reachableErrors as aceFoodPlatform } from '../ace-food-platform/reachable-errors'
import { reachableErrors as aceMessageApi } from '../ace-message-api/reachable-errors'
import { reachableErrors as aceReminderApi } from '../ace-reminder-api/reachable-errors'
import { reachableErrors as aceTravel } from '../ace-travel/reachable-errors'
import { reachableErrors as gorillaFileSystem } from '../gorilla-file-system/reachable-errors'
import { reachableErrors as libraryDesk } from '../library-desk/reachable-errors'
import { reachableErrors as mathApi } from '../math-api/reachable-errors'
import { reachableErrors as memoryKv } from '../memory-kv/reachable-errors'
import { reachableErrors as memoryRecSum } from '../memory-rec-sum/reachable-errors'
import { reachableErrors as messageApi } from '../message-api/reachable-errors'
import { reachableErrors as parcelLockers } from '../parcel-lockers/reachable-errors'
import { reachableErrors as postingApi } from '../posting-api/reachable-errors'
import type { ReachableErrors } from '../reachable-error'
import { reachableErrors as ticketApi } from '../ticket-api/reachable-errors'
import { reachableErrors as tradingBot } from '../trading-bot/reachable-errors'
import { reachableErrors as travelBooking } from '../travel-booking/reachable-errors'
import { reachableErrors as vehicleControl } from '../vehicle-control/reachable-errors'
import { reachableErrors as webSearch } from '../web-search/reachable-errors'

/** Ways to every error code, by domain name. A new domain adds its line here. */
export const reachableErrorsOf: ReadonlyMap<string, ReachableErrors> = new Map([
  ['GorillaFileSystem', gorillaFileSystem],
  ['MathAPI', mathApi],
  ['MessageAPI', messageApi],
  ['TwitterAPI', postingApi],
  ['TicketAPI', ticketApi],
  ['TradingBot', tradingBot],
  ['TravelAPI', travelBooking],
  ['VehicleControlAPI', vehicleControl],
  ['LibraryDesk', libraryDesk],
  ['ParcelLockers', parcelLockers],
])

/** The same for domains that only evaluations use. */
export const reachableErrorsOfEvaluation: ReadonlyMap<string, ReachableErrors> = new Map([
  ['BaseApi', aceBaseApi],
  ['MessageApi', aceMessageApi],
  ['ReminderApi', aceReminderApi],
  ['FoodPlatform', aceFoodPlatform],
  ['Travel', aceTravel],
  ['MemoryAPI_kv', memoryKv],
  ['MemoryAPI_rec_sum', memoryRecSum],
  ['WebSearchAPI', webSearch],
])
