/** What a lane's process starts with: this one's environment, as in production, without reports to Apollo. */
export const laneEnvironment: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  NODE_ENV: 'production',
  APOLLO_TELEMETRY_DISABLED: '1',
}

/** Folders of registers that are measured: seeding a city for every run would take longer than the run. */
export const benchFolders: {
  readonly dataDir: string
  readonly compareDir: string | undefined
} = {
  dataDir: process.env['HUB_DATA_DIR'] ?? '.hub',
  compareDir: process.env['HUB_BENCH_COMPARE_DIR'],
}
