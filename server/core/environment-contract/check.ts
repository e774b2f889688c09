/** One thing that has to hold; the title goes on from the name of what is checked: "the domain X never changes …". */
export interface Check<Subject> {
  readonly title: string
  /** What is wrong, a sentence each without a full stop; empty: nothing. */
  readonly problems: (subject: Subject) => string[]
}
