/** The first thing that is wrong: records from `index` to `through` are those it may concern. */
export interface LogFault {
  readonly index: number
  readonly through: number
  readonly reason: string
}

/** Ends a look through a log at the first thing that is wrong. */
export class Fault extends Error {
  readonly fault: LogFault

  constructor(index: number, reason: string, through = index) {
    super(reason)
    this.fault = { index, through: Math.max(index, through), reason }
  }
}
