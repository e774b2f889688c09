/** The page of a session. */
export const sessionHref = (session: string): string => `/playground?session=${session}`
