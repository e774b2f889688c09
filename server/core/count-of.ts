/** A number with its word: `1 rule`, `1,234 rules`; what is not the word with an s is given. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
