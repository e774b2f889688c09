/** Share of the turns that a failed episode must have got right to have come far. */
const nearMissProgress = 0.5

interface Judged {
  readonly success: boolean
  readonly rewards: { readonly progress: number }
  /** Why it counts for nothing; null or absent: it is valid. */
  readonly invalid?: string | null
}

/** The progress (from 0 to 1) of a valid episode that failed although at least half of it was right; null: none such. */
export function nearMiss({ success, rewards: { progress }, invalid }: Judged): number | null {
  return invalid == null && !success && progress >= nearMissProgress ? progress : null
}
