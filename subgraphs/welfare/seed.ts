import { invariant } from '../../schemas/invariant.ts'
import type {
  GeneratedVillage,
  GeneratedWelfareApplication,
  GeneratedWelfareStatus,
  Ordinal,
} from '../_kit/population/types.ts'
import type { SeedTable } from '../_kit/seed-table.ts'
import { sampleHistory } from './application/sample-history.ts'
import { sampleBenefit } from './benefit/sample-benefit.ts'
import { districtOfficeOf } from './office/district-offices.ts'

/** The demo client that reviews the sample's undecided applications. */
const SAMPLE_REVIEWER = 'social-affairs'

/** The roll and the applications as they follow from a generated village. */
export const seedTables: readonly SeedTable<GeneratedVillage>[] = [
  {
    table: 'roll_entry',
    columns: ['id', 'kind', 'class_code', 'applicant_national_id', 'valid_from', 'valid_to'],
    *rows(village) {
      const nationalIdOf = nationalIdsOf(village)
      for (const status of village.welfareStatuses) {
        const { kind, incomeClass, validFrom, validTo } = status
        const classCode = incomeClass === null ? null : String(incomeClass)
        const applicant = nationalIdOf(status.applicantOrdinal)
        yield [entryIdOf(status), kind, classCode, applicant, validFrom, validTo]
      }
    },
  },
  {
    table: 'roll_member',
    columns: ['entry_id', 'national_id'],
    *rows(village) {
      const nationalIdOf = nationalIdsOf(village)
      for (const status of village.welfareStatuses) {
        for (const member of status.memberOrdinals) yield [entryIdOf(status), nationalIdOf(member)]
      }
    },
  },
  {
    table: 'application',
    columns: [
      'case_no',
      'scheme',
      'kind',
      'applicant_national_id',
      'received_by',
      'received_on',
      'status',
      'missing_documents',
      'decided_on',
      'class_code',
      'assigned_to',
    ],
    *rows(village, { today, seed }) {
      const nationalIdOf = nationalIdsOf(village)
      const office = districtOfficeOf(village.facts.town)
      invariant(office !== undefined, 'every town of Kaohsiung has a district office')
      for (const application of village.welfareApplications) {
        const { events, missingDocuments } = sampleHistory(application, today, seed)
        const status = events.at(-1)!.status
        const isDecided = status === 'APPROVED' || status === 'REJECTED'
        yield [
          application.applicationNo,
          application.scheme,
          application.kind,
          nationalIdOf(application.applicantOrdinal),
          office,
          application.appliedDate,
          status,
          missingDocuments,
          isDecided ? events.at(-1)!.on : null,
          grantedClass(village, application),
          isDecided ? null : SAMPLE_REVIEWER,
        ]
      }
    },
  },
  {
    table: 'application_event',
    columns: ['case_no', 'seq', 'from_status', 'to_status', 'happened_on', 'reason'],
    *rows({ welfareApplications }, { today, seed }) {
      for (const application of welfareApplications) {
        const { events } = sampleHistory(application, today, seed)
        for (const [index, { status, on, reason }] of events.entries()) {
          const previous = events[index - 1]?.status ?? null
          yield [application.applicationNo, index + 1, previous, status, on, reason]
        }
      }
    },
  },
  {
    table: 'benefit_grant',
    columns: ['national_id', 'scheme', 'monthly_amount', 'valid_from', 'valid_to'],
    *rows(village, { seed }) {
      const persons = new Map(village.persons.map((person) => [person.ordinal, person]))
      for (const status of village.welfareStatuses) {
        for (const ordinal of status.memberOrdinals) {
          const person = persons.get(ordinal)
          const benefit = person ? sampleBenefit(person, status, seed) : null
          if (!person || !benefit) continue
          const { scheme, monthlyAmount } = benefit
          yield [person.nationalId, scheme, monthlyAmount, status.validFrom, status.validTo]
        }
      }
    },
  },
]

function grantedClass(
  { welfareStatuses }: GeneratedVillage,
  { householdOrdinal, scheme, status }: GeneratedWelfareApplication,
): string | null {
  if (scheme !== 'LOW_INCOME' || status !== 'APPROVED') return null
  const granted = welfareStatuses.find((each) => each.householdOrdinal === householdOrdinal)
  return granted?.incomeClass?.toString() ?? null
}

function entryIdOf({ householdOrdinal, kind, validFrom }: GeneratedWelfareStatus): string {
  return `wr-${householdOrdinal}-${kind}-${validFrom}`
}

function nationalIdsOf({ persons }: GeneratedVillage): (ordinal: Ordinal) => string {
  const byOrdinal = new Map(persons.map((person) => [person.ordinal, person.nationalId]))
  return (ordinal) => {
    const nationalId = byOrdinal.get(ordinal)
    invariant(nationalId !== undefined, 'the roll names persons of its village')
    return nationalId
  }
}
