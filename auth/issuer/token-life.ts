/** Seconds an access token lives; it cannot be revoked before (security S1). */
export const ACCESS_TOKEN_SECONDS = 300
