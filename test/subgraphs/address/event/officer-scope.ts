import type { RequestScope } from '../../../../subgraphs/_kit/request-scope.ts'

/** A request of the officer of Qishan's office, for what runs without a server. */
export const officerScope = {
  today: '2018-05-10',
  caller: { sub: 'officer-1', client: 'plate-officer', agency: 'QS_HRO', requestId: 'request-1' },
} as unknown as RequestScope

/** The renumbering that is killed. */
export const ROAD = {
  effectiveDate: '2018-05-10',
  where: { townCode: '64000330', road: '光華路' },
  to: { road: '復興路' },
}
