/** The SDL of the gateway's own facts. */
export const HUB_SCHEMA_FILE = new URL('schema.graphql', import.meta.url)
