/** Who asks, for what, on which case: what the gateway tells an agency about the caller. */
export interface HopCaller {
  /** the acting officer, or the client itself when a system asks */
  readonly sub: string
  /** code of the caller's agency */
  readonly agency: string | null
  /** client id; null for a public operation without a token */
  readonly client: string | null
  readonly role: string | null
  /** purpose id of the agreement */
  readonly purpose: string | null
  readonly legalBasis: string | null
  /** case number of the header hub-case */
  readonly case: string | null
  /** scopes of the agreement that the token carries too */
  readonly scopes: readonly string[]
  /** whether the agreement lets the caller know that a refused record exists */
  readonly existence: boolean
  /** codes of counties, districts or villages whose rows the agreement opens, or what they begin with; null: all */
  readonly regions: readonly string[] | null
  /** whether a named officer sees none but cases assigned to that officer */
  readonly caseAssignment: boolean
  readonly requestId: string
}

/** What one fetch's token is minted from. */
export interface HopRequest extends HopCaller {
  /** the asked agency, by name */
  readonly aud: string
  /** base64url SHA-256 of the body */
  readonly bh: string
}

/** The claims of a hop token (RFC 7519); times in seconds since 1970. */
export interface HopClaims extends HopRequest {
  readonly iss: 'hub-gateway'
  readonly iat: number
  readonly exp: number
  readonly jti: string
}

/** The caller of a public operation, all but the request id. */
export const PUBLIC_CALLER: Omit<HopCaller, 'requestId'> = Object.freeze({
  sub: 'public',
  agency: null,
  client: null,
  role: null,
  purpose: null,
  legalBasis: null,
  case: null,
  scopes: Object.freeze([]),
  existence: false,
  regions: Object.freeze([]),
  caseAssignment: true,
})

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value !== ''
const isTextOrNull: Check = (value) => value === null || isText(value)
const isSecond: Check = (value) => Number.isSafeInteger(value)

const CHECKS: Readonly<Record<keyof HopClaims, Check>> = {
  iss: (value) => value === 'hub-gateway',
  aud: isText,
  iat: isSecond,
  exp: isSecond,
  jti: isText,
  sub: isText,
  agency: isTextOrNull,
  client: isTextOrNull,
  role: isTextOrNull,
  purpose: isTextOrNull,
  legalBasis: isTextOrNull,
  case: isTextOrNull,
  scopes: (value) => Array.isArray(value) && value.every(isText),
  existence: (value) => typeof value === 'boolean',
  regions: (value) => value === null || (Array.isArray(value) && value.every(isText)),
  caseAssignment: (value) => typeof value === 'boolean',
  requestId: isText,
  bh: isText,
}

const CLAIM_COUNT = Object.keys(CHECKS).length

/** Whether a decoded payload has exactly the claims of a hop token, each of its type. */
export function isHopClaims(payload: unknown): payload is HopClaims {
  if (typeof payload !== 'object' || payload === null) return false
  const claims = payload as Record<string, unknown>
  return (
    Object.keys(claims).length === CLAIM_COUNT &&
    Object.entries(CHECKS).every(
      ([name, check]) => Object.hasOwn(claims, name) && check(claims[name]),
    )
  )
}
