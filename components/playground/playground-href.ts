/** The page of a session; what else the address says (what stands open) stays. */
export function sessionHref(session: string, search = ''): string {
  const query = new URLSearchParams(search)
  query.set('session', session)
  return `/playground?${query}`
}
