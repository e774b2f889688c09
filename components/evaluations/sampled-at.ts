/** How a policy picks what it does, for people. */
export const sampledAt = (temperature: number): string =>
  temperature === 0 ? 'greedily' : `drawn at temperature ${temperature}`
