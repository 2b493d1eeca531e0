import { addDays } from '../../../schemas/scalars/dates.ts'
import { Rng } from '../../_kit/population/rng.ts'
import type { GeneratedWelfareApplication } from '../../_kit/population/types.ts'
import type { WelfareApplicationStatus } from '../generated.ts'

export interface SampleEvent {
  readonly status: WelfareApplicationStatus
  readonly on: string
  readonly reason: string | null
}

export interface SampleHistory {
  /** Oldest first; the last one is the present status. */
  readonly events: readonly SampleEvent[]
  readonly missingDocuments: readonly string[]
}

// 社會救助法第10條: the household is visited within five days, so review begins by then.
const DAYS_TO_REVIEW = 5
// Assumption: one decided application in four had to be completed on the way.
const COMPLETED_ON_THE_WAY = 0.25
const REJECTION_REASON = '家庭總收入或財產超過公告標準'
const DOCUMENTS = ['薪資證明', '存摺影本', '身心障礙證明', '在學證明', '租賃契約', '診斷證明']

/** How a made-up application came to its status; no day lies after `today`. */
export function sampleHistory(
  application: GeneratedWelfareApplication,
  today: string,
  seed: number,
): SampleHistory {
  const rng = new Rng(`${seed}/${application.applicationNo}/application`)
  const missing = rng.shuffle([...DOCUMENTS]).slice(0, rng.between(1, 2))
  const isCompleted = rng.chance(COMPLETED_ON_THE_WAY)
  const latest = application.decidedDate ?? today
  const day = (days: number): string => earlier(addDays(application.appliedDate, days), latest)
  const asked = { status: 'MISSING_DOCUMENT', on: day(8), reason: missing.join('、') } as const
  const received: SampleEvent = { status: 'RECEIVED', on: application.appliedDate, reason: null }
  const review = (days: number): SampleEvent => ({
    status: 'UNDER_REVIEW',
    on: day(days),
    reason: null,
  })
  const way = [received, review(DAYS_TO_REVIEW)]

  switch (application.status) {
    case 'PENDING':
      return {
        events: addDays(received.on, DAYS_TO_REVIEW) <= today ? way : [received],
        missingDocuments: [],
      }
    case 'MISSING_DOCUMENT':
      return { events: [...way, asked], missingDocuments: missing }
    default: {
      const reason = application.status === 'REJECTED' ? REJECTION_REASON : null
      const decided = { status: application.status, on: latest, reason }
      const completed = isCompleted ? [asked, review(15)] : []
      return { events: [...way, ...completed, decided], missingDocuments: [] }
    }
  }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
