/** The page of a version; of the newest one without a number. */
export const curriculumHref = (name: string, version?: number): string =>
  `/curricula/${encodeURIComponent(name)}${version === undefined ? '' : `?version=${version}`}`

/** The editor, filled with a version. */
export const editHref = (name: string, version: number): string =>
  `/curricula/edit?${new URLSearchParams({ from: name, version: String(version) })}`

/** The launch form with this curriculum chosen. */
export const launchHref = (name: string, version: number): string =>
  `/launch?${new URLSearchParams({ curriculum: name, version: String(version) })}`
