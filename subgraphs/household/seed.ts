import type {
  GeneratedHousehold,
  GeneratedKinship,
  GeneratedPerson,
  GeneratedVillage,
} from '../_kit/population/types.ts'
import type { CopyValue, SeedTable } from '../_kit/seed-table.ts'
import { DEMO_CITIZEN, SAMPLE_CASES, SAMPLE_CONSENTS } from './case/sample-cases.ts'
import { SAMPLE_OFFICERS } from './case/sample-officers.ts'
import { householdNoteRows, personNoteRows } from './note/note-rows.ts'
import { membershipsOf } from './register/memberships.ts'
import { registrationsOf } from './register/registrations-of.ts'

type Row = readonly CopyValue[]
type Table = SeedTable<GeneratedVillage>

/** Rows of the sample, in an order the foreign keys allow. */
export const seedTables: readonly Table[] = [
  table(
    'person',
    `person_no full_name surname given_name latin_name name_type sex birth_date birth_place
     birth_order death_date registered_elsewhere moved_abroad_on marital_status father_name
     mother_name adoptive_father_name adoptive_mother_name indigenous_status ethnic_group
     is_new_immigrant`,
    ({ persons }) => persons.map(personRow),
  ),
  table('person_national_id', 'person_no national_id valid_from valid_to reason', ({ persons }) =>
    persons.flatMap(numberRows),
  ),
  table(
    'household',
    `household_key id household_no type name status head_person_no plate_id address_text town_code
     village_code neighborhood established_on closed_on closed_reason successor_key`,
    ({ households }) => households.map(householdRow),
  ),
  table(
    'household_member',
    'household_key person_no position relation_code relation_text joined_on left_on is_present',
    memberRows,
  ),
  table(
    'kinship',
    'kind from_person_no to_person_no valid_from valid_to end_reason',
    ({ kinships }) => kinships.filter(isKinship).map(kinshipRow),
  ),
  table(
    'marriage',
    'first_person_no second_person_no kind valid_from valid_to end_reason',
    ({ kinships }) => kinships.filter(({ kind }) => kind === 'SPOUSE').map(marriageRow),
  ),
  table(
    'partner_annotation',
    'first_person_no second_person_no annotated_on removed_on',
    ({ kinships }) =>
      kinships
        .filter(({ kind }) => kind === 'SAME_SEX_PARTNER_ANNOTATION')
        .map((one) => [one.fromOrdinal, one.toOrdinal, one.validFrom, one.validTo]),
  ),
  table('protection', 'person_no ground valid_from valid_to', ({ persons }) =>
    persons.flatMap(({ ordinal, protection }) =>
      protection ? [[ordinal, protection.ground, protection.validFrom, protection.validTo]] : [],
    ),
  ),
  table('id_card', 'person_no issue_date issue_place issue_type', ({ persons }) =>
    persons.flatMap(({ ordinal, idCard }) =>
      idCard ? [[ordinal, idCard.issueDate, idCard.issuePlace, idCard.issueType]] : [],
    ),
  ),
  table(
    'registration',
    'person_no seq type event_date applied_date registered_date other_person_no',
    registrationRows,
  ),
  table(
    'person_note',
    'person_no seq type event_date registered_date names_address text',
    personNoteRows,
  ),
  table(
    'household_note',
    'household_key seq type event_date registered_date names_address text',
    householdNoteRows,
  ),
  table(
    'service_case',
    'case_no client_id officer coverage citizen_national_id status opened_on closed_on',
    (village) => (hasDemoCitizen(village) ? SAMPLE_CASES : []),
  ),
  table(
    'consent',
    'consent_no case_no citizen_national_id agency_code purpose signed_on withdrawn_on',
    (village) => (hasDemoCitizen(village) ? SAMPLE_CONSENTS : []),
  ),
  table('desk_officer', 'subject agency_code national_id valid_from valid_to', (village) =>
    hasDemoCitizen(village) ? SAMPLE_OFFICERS : [],
  ),
]

function table(name: string, columns: string, rows: Table['rows']): Table {
  return { table: name, columns: columns.split(/\s+/), rows }
}

function personRow(person: GeneratedPerson): Row {
  const { full, surname, given, latin, nameType } = person.name
  return [
    person.ordinal,
    full,
    surname,
    given,
    latin,
    nameType,
    person.sex,
    person.birthDate,
    person.birthPlace,
    person.birthOrder,
    person.deathDate,
    person.elsewhere,
    movedAbroadOn(person),
    person.maritalStatus,
    person.fatherName,
    person.motherName,
    person.adoptiveFatherName,
    person.adoptiveMotherName,
    person.indigenousStatus,
    person.ethnicGroup,
    person.isNewImmigrant,
  ]
}

/** Taiwan's addresses name a county or city; who is registered at any other place has moved abroad. */
function movedAbroadOn({ elsewhere, registrations }: GeneratedPerson): string | null {
  if (elsewhere === null || /[縣市]/.test(elsewhere)) return null
  return registrations.findLast(({ type }) => type === 'MOVE_OUT')?.eventDate ?? null
}

function numberRows(person: GeneratedPerson): readonly Row[] {
  const { ordinal, nationalId, formerNationalIds: former, birthDate } = person
  const since = former.at(-1)?.validTo ?? birthDate
  return [
    ...former.map((one) => [ordinal, one.nationalId, one.validFrom, one.validTo, one.reason]),
    [ordinal, nationalId, since, null, null],
  ]
}

function householdRow(household: GeneratedHousehold): Row {
  return [
    household.ordinal,
    household.id,
    household.householdNo,
    household.type,
    household.name,
    household.status,
    household.headOrdinal,
    household.plateId,
    household.addressText,
    household.townCode,
    household.villageCode,
    household.neighborhood,
    household.establishedDate,
    household.closedDate,
    household.closedReason,
    household.successorOrdinal,
  ]
}

function* memberRows(village: GeneratedVillage): Generator<Row> {
  for (const one of membershipsOf(village)) {
    const { householdKey, personNo, position, relationCode, relationText } = one
    const { joinedOn, leftOn, isPresent } = one
    yield [
      householdKey,
      personNo,
      position,
      relationCode,
      relationText,
      joinedOn,
      leftOn,
      isPresent,
    ]
  }
}

/** A marriage and an annotation are no kinship; they have tables of their own. */
function isKinship({ kind }: GeneratedKinship): boolean {
  return kind !== 'SPOUSE' && kind !== 'SAME_SEX_PARTNER_ANNOTATION'
}

function kinshipRow(one: GeneratedKinship): Row {
  const endReason = one.endReason === 'DEATH' ? 'DEATH' : null
  return [one.kind, one.fromOrdinal, one.toOrdinal, one.validFrom, one.validTo, endReason]
}

function marriageRow(one: GeneratedKinship): Row {
  const { fromOrdinal, toOrdinal, marriageKind, validFrom, validTo, endReason } = one
  return [fromOrdinal, toOrdinal, marriageKind ?? 'CIVIL_CODE', validFrom, validTo, endReason]
}

function* registrationRows({ persons }: GeneratedVillage): Generator<Row> {
  for (const person of persons) {
    for (const [index, one] of registrationsOf(person).entries()) {
      const { type, eventDate, appliedDate, registeredDate, otherOrdinal } = one
      yield [person.ordinal, index + 1, type, eventDate, appliedDate, registeredDate, otherOrdinal]
    }
  }
}

function hasDemoCitizen({ persons }: GeneratedVillage): boolean {
  return persons.some(({ nationalId }) => nationalId === DEMO_CITIZEN)
}
