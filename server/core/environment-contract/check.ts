/** Something that is wrong. */
export interface Problem {
  /** The task or the rule that it is about, by its key or id; null: the whole. */
  readonly about: string | null
  /** A sentence without a full stop. */
  readonly text: string
}

/** One thing that has to hold; the title goes on from the name of what is checked: "the domain X never changes …". */
export interface Check<Subject> {
  readonly title: string
  /** Empty: it holds. */
  readonly problems: (subject: Subject) => Problem[]
}

/** A check whose problems are about the whole. */
export const checkOf = <Subject>(title: string, texts: (subject: Subject) => string[]): Check<Subject> => ({
  title,
  problems: (subject) => texts(subject).map((text) => ({ about: null, text })),
})
