interface Titled {
  readonly name: string
  readonly title: string
}

/** The title of one of several that a chooser offers, with its name where another of them has the same title. */
export const titleAmong = ({ name, title }: Titled, all: readonly Titled[]): string =>
  all.some((other) => other.title === title && other.name !== name) ? `${title} · ${name}` : title
