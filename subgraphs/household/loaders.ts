import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import { hubError } from '../../schemas/errors.ts'
import type { SubgraphContext } from '../_kit/define-subgraph.ts'
import type { RequestScope } from '../_kit/request-scope.ts'
import {
  findCaseNosOf,
  findClaimStanding,
  settleClaim,
  findFlagsOfPersons,
  findFormerNumbersOfPersons,
  findHouseholdsByIds,
  findHouseholdsOfPersons,
  findIdCardsOfPersons,
  findKinOfPersons,
  findMembersOfHouseholds,
  findNotesOfHouseholds,
  findNotesOfPersons,
  findPartnerAnnotations,
  findPersonsByNationalIds,
  findPersonsByNos,
  findRegistrationsOfPersons,
  type Database,
} from './queries.ts'
import type { CitizenInHand } from './case/citizen-in-hand.ts'
import { findStanding } from './case/standing-queries.ts'
import type { Standing } from './case/standing.ts'
import { BREAK_GLASS_ROLE } from './emergency/break-glass.ts'
import { createBreakGlassDesk, type BreakGlassDesk } from './emergency/break-glass-desk.ts'
import type { BreakGlass } from './emergency/break-glass-queries.ts'
import type { AnsweredHousemate } from './claim/answer-claim.ts'
import type { VerifiedClaim } from './claim/verify-claim.ts'
import type { LookedUpPerson } from './lookup/look-up-persons.ts'
import type {
  ClaimStanding,
  FoundHousehold,
  FoundPerson,
  OwnHousehold,
  RegisteredAnnotation,
  RegisteredEvent,
  RegisteredHousehold,
  RegisteredKin,
  RegisteredMember,
  RegisteredPerson,
  StandingFlag,
} from './register/register-facts.ts'
import type {
  HouseholdNoteRow,
  IdCardRow,
  NationalIdRow,
  PersonNoteRow,
} from './register/register-tables.ts'

// What a resolver of each type is given.
export type PersonParent = RegisteredPerson
export type HouseholdVerificationParent = VerifiedClaim
export type HousemateVerificationParent = AnsweredHousemate
export type BreakGlassGrantParent = BreakGlass
export type PersonLookupParent = LookedUpPerson
export type RegistrationParent = RegisteredPerson
export type KinshipParent = RegisteredPerson
export type PersonHistoryParent = RegisteredPerson
export type HouseholdParent = RegisteredHousehold
export type HouseholdMemberParent = RegisteredMember
export type PersonFlagParent = StandingFlag
export type KinParent = RegisteredKin
export type PartnerAnnotationParent = RegisteredAnnotation
export type RegistrationEventParent = RegisteredEvent
export type FormerNationalIdParent = NationalIdRow
export type CaseInHandParent = CitizenInHand

type One<Key, Row> = DataLoader<Key, Row | null>
type Many<Key, Row> = DataLoader<Key, readonly Row[]>

export interface Loaders {
  /** A person by a present or former national ID. */
  readonly personByNationalId: One<string, FoundPerson>
  readonly personByNo: One<number, RegisteredPerson>
  /** The present household, if any, then the closed records, newest first. */
  readonly householdsOfPerson: Many<number, OwnHousehold>
  readonly householdById: One<string, FoundHousehold>
  readonly membersOfHousehold: Many<number, RegisteredMember>
  readonly flagsOfPerson: Many<number, StandingFlag>
  readonly kinOfPerson: Many<number, RegisteredKin>
  readonly annotationsOfPerson: Many<number, RegisteredAnnotation>
  readonly registrationsOfPerson: Many<number, RegisteredEvent>
  readonly notesOfPerson: Many<number, PersonNoteRow>
  readonly notesOfHousehold: Many<number, HouseholdNoteRow>
  readonly idCardOfPerson: One<number, IdCardRow>
  readonly formerNumbersOfPerson: Many<number, NationalIdRow>
  /** Cases under which whoever has these numbers is asked about for their own sake. */
  caseNosOf(nationalIds: readonly string[]): Promise<readonly string[]>
  /** How the caller stands on the case in hand; asked once a fetch. Throws `CASE_REQUIRED`. */
  standing(): Promise<Standing>
  readonly breakGlass: BreakGlassDesk
  /** Both are asked anew each time: a lock counts from the moment it falls. */
  claimStanding(client: string, subject: string): Promise<ClaimStanding>
  settleClaim(client: string, subject: string, isMismatch: boolean): Promise<boolean>
}
export type Context = SubgraphContext<Loaders>

/** The register's questions, one statement a wave each; answers are kept for the request. */
export function createLoaders(
  db: Kysely<Database>,
  { today, caller }: Pick<RequestScope, 'today' | 'caller'>,
): Loaders {
  let standing: Promise<Standing> | undefined
  const personByNo = one(
    (nos: readonly number[]) => findPersonsByNos(db, nos, today),
    (person) => person.personNo,
  )
  const known = (person: RegisteredPerson): void => void personByNo.prime(person.personNo, person)
  return {
    personByNationalId: one(
      (ids: readonly string[]) =>
        findPersonsByNationalIds(db, ids, today).then((found) => notingEach(found, known)),
      (person) => person.asked,
    ),
    personByNo,
    householdsOfPerson: many(
      (nos: readonly number[]) => findHouseholdsOfPersons(db, nos, today),
      (household) => household.personNo,
    ),
    householdById: one(
      (ids: readonly string[]) => findHouseholdsByIds(db, ids, today),
      (household) => household.id,
    ),
    membersOfHousehold: many(
      (keys: readonly number[]) =>
        findMembersOfHouseholds(db, keys, today).then((found) =>
          notingEach(found, ({ person }) => known(person)),
        ),
      (member) => member.householdKey,
    ),
    flagsOfPerson: many(
      (nos: readonly number[]) => findFlagsOfPersons(db, nos, today),
      (flag) => flag.personNo,
    ),
    kinOfPerson: many((nos: readonly number[]) => findKinOfPersons(db, nos), personNoOf),
    annotationsOfPerson: many(
      (nos: readonly number[]) => findPartnerAnnotations(db, nos),
      personNoOf,
    ),
    registrationsOfPerson: many(
      (nos: readonly number[]) => findRegistrationsOfPersons(db, nos),
      personNoOf,
    ),
    notesOfPerson: many((nos: readonly number[]) => findNotesOfPersons(db, nos), personNoOf),
    notesOfHousehold: many(
      (keys: readonly number[]) => findNotesOfHouseholds(db, keys),
      (note) => note.householdKey,
    ),
    idCardOfPerson: one((nos: readonly number[]) => findIdCardsOfPersons(db, nos), personNoOf),
    formerNumbersOfPerson: many(
      (nos: readonly number[]) => findFormerNumbersOfPersons(db, nos),
      personNoOf,
    ),
    caseNosOf: (nationalIds) => findCaseNosOf(db, nationalIds),
    standing: () => (standing ??= askStanding(db, caller, today)),
    breakGlass: createBreakGlassDesk(db, today),
    claimStanding: (client, subject) => findClaimStanding(db, client, subject),
    settleClaim: (clientId, subject, isMismatch) =>
      settleClaim(db, { clientId, subject }, isMismatch),
  }
}

async function askStanding(
  db: Kysely<Database>,
  { sub, client, agency, role, purpose, case: caseNo }: RequestScope['caller'],
  today: string,
): Promise<Standing> {
  if (caseNo === null) throw hubError('CASE_REQUIRED')
  // a system's token names the client itself as its subject
  const officer = sub === client ? null : sub
  const isEmergency = role === BREAK_GLASS_ROLE
  return findStanding(db, { caseNo, purpose, agency, client, officer, isEmergency, today })
}

type Question<Key, Row> = (keys: readonly Key[]) => Promise<readonly Row[]>

/** At most one row a key; null where there is none. */
function one<Key, Row>(ask: Question<Key, Row>, keyOf: (row: Row) => Key): One<Key, Row> {
  return new DataLoader<Key, Row | null>(async (keys) => {
    const found = new Map((await ask(keys)).map((row) => [keyOf(row), row]))
    return keys.map((key) => found.get(key) ?? null)
  })
}

/** All rows of a key, in the order of the answer. */
function many<Key, Row>(ask: Question<Key, Row>, keyOf: (row: Row) => Key): Many<Key, Row> {
  return new DataLoader<Key, readonly Row[]>(async (keys) => {
    const found = Map.groupBy(await ask(keys), keyOf)
    return keys.map((key) => found.get(key) ?? [])
  })
}

function notingEach<Row>(rows: readonly Row[], note: (row: Row) => void): readonly Row[] {
  for (const row of rows) note(row)
  return rows
}

function personNoOf(row: { readonly personNo: number }): number {
  return row.personNo
}
