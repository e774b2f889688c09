import { listViews, type SavedViewRow } from '@/server/db/views'
import type { ViewPage } from './view-input'

export const listSavedViews = (page: ViewPage): Promise<readonly SavedViewRow[]> => listViews(page)
