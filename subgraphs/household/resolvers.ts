import { maskNationalId } from '../../schemas/scalars/national-id.ts'
import {
  answerPerson,
  beyondIdentity,
  findHouseholdByKey,
  findPersonByKey,
  findPersonInHand,
} from './case/case-in-hand.ts'
import { grantOf } from './case/grant-of.ts'

import { verifyClaim } from './claim/verify-claim.ts'
import { findCitizenInHand } from './case/citizen-in-hand.ts'
import { approveBreakGlass, requestBreakGlass } from './emergency/break-glass.ts'
import { findWaitingBreakGlass } from './emergency/waiting-break-glass.ts'
import type { Resolvers } from './generated.ts'
import type { Context, PersonParent } from './loaders.ts'
import { lookUpPersons } from './lookup/look-up-persons.ts'
import { discloseNotes } from './note/disclose-notes.ts'
import { AUTHORITY } from './register/authority.ts'
import { addressOf } from './register/registered-address.ts'
import { dueDateOf, firstOf, isLate } from './register/registration-deadline.ts'
import { annotationsIn, relativesIn, relativesInForce, spousesIn } from './relation/kin-of.ts'

const registerFacts = {
  asOf: (_: unknown, __: unknown, { asOf }: { readonly asOf: string }) => asOf,
  authority: () => AUTHORITY,
}

export const resolvers: Resolvers = {
  Query: {
    person: (_, { nationalId }, ctx) => findPersonInHand(ctx, nationalId),
    persons: (_, { nationalIds }, ctx) => lookUpPersons(ctx, nationalIds),
    verifyHousehold: (_, { claim }, ctx) => verifyClaim(ctx, claim),
    waitingBreakGlass: (_, __, ctx) => findWaitingBreakGlass(ctx),
  },
  Mutation: {
    requestBreakGlass: (_, { input }, ctx) => requestBreakGlass(ctx, input),
    approveBreakGlass: (_, { input }, ctx) => approveBreakGlass(ctx, input.grantNo),
  },
  Person: {
    __resolveReference: ({ id }, ctx) => findPersonByKey(ctx, id),
    id: ({ nationalId }, _, { personIdOf }) => personIdOf(nationalId),
    formerIds: ({ formerNationalIds }, _, { personIdOf }) => formerNationalIds.map(personIdOf),
    name: ({ fullName: full, surname, givenName: given, latinName: latin, nameType }) => ({
      full,
      surname,
      given,
      latin,
      nameType,
    }),
    nationalIdMasked: ({ nationalId }) => maskNationalId(nationalId),
    flags: (person, _, ctx) =>
      beyondIdentity(ctx, person, () => ctx.loaders.flagsOfPerson.load(person.personNo)),
    registration: (person, _, ctx) => beyondIdentity(ctx, person, () => person),
    kinship: (person, _, ctx) => beyondIdentity(ctx, person, () => person),
    history: (person, _, ctx) => beyondIdentity(ctx, person, () => person),
    notes: (person, { reason }, ctx) =>
      beyondIdentity(ctx, person, async () =>
        reason
          ? discloseNotes(await ctx.loaders.notesOfPerson.load(person.personNo), person.isProtected)
          : null,
      ),
    idCard: (person, _, ctx) =>
      beyondIdentity(ctx, person, () => ctx.loaders.idCardOfPerson.load(person.personNo)),
    caseGrant: (person, _, ctx) => grantOf(ctx, person),
  },
  BreakGlassGrant: {
    nationalIdMasked: async ({ personNo }, _, { loaders }) => {
      const person = await loaders.personByNo.load(personNo)
      return person && maskNationalId(person.nationalId)
    },
  },
  Registration: {
    ...registerFacts,
    household: async ({ personNo }, _, { loaders }) =>
      currentOf(await loaders.householdsOfPerson.load(personNo)),
    registeredOn: async ({ personNo }, _, { loaders }) =>
      currentOf(await loaders.householdsOfPerson.load(personNo))?.joinedOn ?? null,
    registeredElsewhere: ({ isProtected, registeredElsewhere }) =>
      isProtected ? null : registeredElsewhere,
    events: async ({ personNo }, { first }, { loaders }) =>
      firstOf(await loaders.registrationsOfPerson.load(personNo), first ?? 20),
  },
  RegistrationEvent: {
    dueDate: dueDateOf,
    isLate,
    otherPerson: ({ otherPersonNo }, _, ctx) =>
      otherPersonNo === null ? null : personInRecord(ctx, otherPersonNo),
  },
  Household: {
    __resolveReference: ({ id }, ctx) => findHouseholdByKey(ctx, id),
    // the head stands among the members, who are asked for anyway
    headOfHousehold: async ({ householdKey, headPersonNo }, _, ctx) => {
      await ctx.loaders.membersOfHousehold.load(householdKey)
      return personInRecord(ctx, headPersonNo)
    },
    members: async ({ householdKey, status }, { includeFormer }, { loaders }) =>
      (await loaders.membersOfHousehold.load(householdKey)).filter(
        ({ isPresent }) => isPresent || includeFormer || status === 'CLOSED',
      ),
    address: addressOf,
    notes: async ({ householdKey, isProtected }, { reason }, { loaders }) =>
      reason ? discloseNotes(await loaders.notesOfHousehold.load(householdKey), isProtected) : null,
  },
  HouseholdMember: {
    person: ({ person }, _, ctx) => answerPerson(ctx, person, 'RECORD'),
  },
  Kinship: {
    ...registerFacts,
    parents: async ({ personNo }, _, { loaders }) =>
      relativesIn(await loaders.kinOfPerson.load(personNo), 'PARENT', 'ADOPTIVE_PARENT'),
    children: async ({ personNo }, _, { loaders }) =>
      relativesIn(await loaders.kinOfPerson.load(personNo), 'CHILD', 'ADOPTED_CHILD'),
    spouses: async ({ personNo }, { includeEnded }, { loaders, today }) =>
      spousesIn(await loaders.kinOfPerson.load(personNo), today, includeEnded ?? false),
    guardians: async ({ personNo }, _, { loaders, today }) =>
      relativesInForce(await loaders.kinOfPerson.load(personNo), today, 'GUARDIAN'),
    wards: async ({ personNo }, _, { loaders, today }) =>
      relativesInForce(await loaders.kinOfPerson.load(personNo), today, 'WARD'),
    custodians: async ({ personNo }, _, { loaders, today }) =>
      relativesInForce(await loaders.kinOfPerson.load(personNo), today, 'CUSTODIAN'),
    childrenInCustody: async ({ personNo }, _, { loaders, today }) =>
      relativesInForce(await loaders.kinOfPerson.load(personNo), today, 'CHILD_IN_CUSTODY'),
    partnerAnnotations: async ({ personNo }, { includeRemoved }, { loaders, today }) =>
      annotationsIn(
        await loaders.annotationsOfPerson.load(personNo),
        today,
        includeRemoved ?? false,
      ),
  },
  Kin: {
    person: ({ otherPersonNo }, _, ctx) => personInRecord(ctx, otherPersonNo),
  },
  PartnerAnnotation: {
    partner: ({ otherPersonNo }, _, ctx) => personInRecord(ctx, otherPersonNo),
  },
  PersonHistory: {
    ...registerFacts,
    nationalIds: ({ personNo }, _, { loaders }) => loaders.formerNumbersOfPerson.load(personNo),
    closedRecords: async ({ personNo }, _, { loaders }) =>
      (await loaders.householdsOfPerson.load(personNo)).filter(({ status }) => status === 'CLOSED'),
  },
  HouseholdVerification: {
    authority: () => AUTHORITY,
  },
  CaseInHand: {
    __resolveReference: ({ id }, ctx) => findCitizenInHand(ctx, id),
  },
  FormerNationalId: {
    nationalIdMasked: ({ nationalId }) => maskNationalId(nationalId),
  },
}

/** Someone whom a record of the case names. */
async function personInRecord(ctx: Context, personNo: number): Promise<PersonParent | null> {
  const person = await ctx.loaders.personByNo.load(personNo)
  return person && answerPerson(ctx, person, 'RECORD')
}

function currentOf<Record extends { readonly status: string }>(
  records: readonly Record[],
): Record | null {
  return records.find(({ status }) => status === 'CURRENT') ?? null
}
