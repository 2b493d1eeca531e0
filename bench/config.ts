/** What a lane's process starts with: this one's environment, as in production, without reports to Apollo. */
export const laneEnvironment: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  NODE_ENV: 'production',
  APOLLO_TELEMETRY_DISABLED: '1',
}
