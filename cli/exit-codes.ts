/** What the command line ends with. */
export const EXIT = {
  done: 0,
  /** The answer or the work has errors. */
  failed: 1,
  /** Wrong use or configuration; nothing was changed. */
  usage: 2,
  /** The hub or a database does not answer. */
  away: 3,
} as const
