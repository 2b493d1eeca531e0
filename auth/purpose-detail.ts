/** The type of authorization detail (RFC 9396) that carries the purpose of a token. */
export const PURPOSE_DETAIL_TYPE = 'hub_purpose'

/** One purpose, as clients ask for it and access tokens carry it. */
export interface PurposeDetail {
  readonly type: typeof PURPOSE_DETAIL_TYPE
  /** purpose id of an agreement */
  readonly purpose: string
}

/** The one purpose among a token's `authorization_details`, or nothing when there is not exactly one. */
export function readPurpose(details: unknown): string | undefined {
  if (!Array.isArray(details) || details.length !== 1) return undefined
  const { type, purpose } = Object(details[0]) as Partial<Record<string, unknown>>
  return type === PURPOSE_DETAIL_TYPE && typeof purpose === 'string' && purpose !== ''
    ? purpose
    : undefined
}
