import { parseArgs } from 'node:util'
import { benchFolders } from '../config.ts'

/** What `npm run bench -- visit` is told. */
export interface VisitOptions {
  /** Data folders that were seeded before: the one measured, and a small one to compare with. */
  readonly dataDir: string
  readonly compareDir: string | undefined
  readonly rounds: number
  /** Visits a round at 32 connections; a quarter of them alone. */
  readonly amount: number
  /** Random citizens asked once each, counting errors; nothing else is measured. */
  readonly citizens: number
  /** Visits under way at once. */
  readonly connections: number
  readonly isWhole: boolean
}

/**
 * Reads the options. `--data-dir FOLDER` (HUB_DATA_DIR, else .hub) and `--compare FOLDER`
 * (HUB_BENCH_COMPARE_DIR) hold registers seeded by `hub seed`; `--rounds N` (5); `--amount N` (1500);
 * `--connections N` (32); `--citizens N`: only ask N random citizens and count errors (100000 is the target);
 * `--apart`: agencies in a process of their own, as in production.
 */
export function readVisitOptions(options: readonly string[]): VisitOptions {
  const { values } = parseArgs({
    args: [...options],
    options: {
      'data-dir': { type: 'string', default: benchFolders.dataDir },
      compare: {
        type: 'string',
        ...(benchFolders.compareDir && { default: benchFolders.compareDir }),
      },
      rounds: { type: 'string', default: '5' },
      amount: { type: 'string', default: '1500' },
      connections: { type: 'string', default: '32' },
      citizens: { type: 'string', default: '0' },
      apart: { type: 'boolean', default: false },
    },
  })
  return {
    dataDir: values['data-dir'],
    compareDir: values.compare,
    rounds: Number(values.rounds),
    amount: Number(values.amount),
    citizens: Number(values.citizens),
    connections: Number(values.connections),
    isWhole: !values.apart,
  }
}
