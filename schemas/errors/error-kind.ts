/** Who may be told that an error of this kind happened: the caller, or the operators as well. */
export type ErrorAudience = 'caller' | 'operator'

export interface ErrorKind {
  readonly status: number
  readonly message: string
  readonly audience: ErrorAudience
}

/** One row of the table of errors. */
export function kind(
  status: number,
  message: string,
  audience: ErrorAudience = 'caller',
): ErrorKind {
  return { status, message, audience }
}
