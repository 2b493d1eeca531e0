import { maskNationalId } from '../../../schemas/scalars/national-id.ts'
import type { ClaimAnswer, HouseholdClaimInput } from '../generated.ts'
import type {
  OwnHousehold,
  RegisteredMember,
  RegisteredPerson,
} from '../register/register-facts.ts'
import { isSameAddress, isSameName } from './same-text.ts'

/** Whether someone lives in the household, and as what, on a match alone. */
export interface AnsweredHousemate {
  readonly nationalIdMasked: string
  readonly matches: ClaimAnswer
  /** 稱謂 to the head of the household. */
  readonly relation: string | null
}

export interface AnsweredClaim {
  readonly personMatches: ClaimAnswer
  readonly addressMatches: ClaimAnswer
  readonly livesWith: readonly AnsweredHousemate[]
  readonly registeredSinceMatches: ClaimAnswer
}

/** What the register has of the person claimed; null for whom it has nothing that may be said. */
export interface ClaimFacts {
  readonly person: RegisteredPerson | null
  readonly household: OwnHousehold | null
  /** Present members of that household. */
  readonly members: readonly RegisteredMember[]
  /** The people behind `livesWith`, in its order. */
  readonly housemates: readonly (RegisteredPerson | null)[]
}

/**
 * The answers to a claim. Nothing beyond the person is answered unless the person matches, and
 * nothing of the household of someone protected or living with such a person: UNKNOWN, as of one who
 * has no household here, so that it gives neither address nor protection away (家庭暴力防治法).
 */
export function answerClaim(claim: HouseholdClaimInput, facts: ClaimFacts): AnsweredClaim {
  const { person, household } = facts
  const personMatches = answerPerson(claim, person)
  const isAnswered = personMatches === 'YES' && person?.isProtected === false
  const known = isAnswered ? household : null
  return {
    personMatches,
    addressMatches: answer(claim.address, known, (address, { addressText }) =>
      isSameAddress(address, addressText),
    ),
    livesWith: (claim.livesWith ?? []).map((number, index) =>
      answerHousemate(number, known && facts.members, facts.housemates[index] ?? null),
    ),
    // a claim of residence for a period 設籍滿: registered on that day or before
    registeredSinceMatches: answer(
      claim.registeredSince,
      known,
      (day, { joinedOn }) => joinedOn <= day,
    ),
  }
}

/** Whether any part of the claim was wrong: each such claim counts towards the lock. */
export function isMismatch(answered: AnsweredClaim): boolean {
  const { personMatches, addressMatches, livesWith, registeredSinceMatches } = answered
  const answers = [personMatches, addressMatches, registeredSinceMatches]
  return [...answers, ...livesWith.map(({ matches }) => matches)].includes('NO')
}

/** By number with name or birth date; a number alone is no claim and is answered by nothing. */
function answerPerson(
  { name = null, birthDate = null }: HouseholdClaimInput,
  person: RegisteredPerson | null,
): ClaimAnswer {
  if (name === null && birthDate === null) return 'UNKNOWN'
  if (person === null) return 'NO'
  const isNamed = name === null || isSameName(name, person.fullName, person.latinName)
  return isNamed && (birthDate === null || birthDate === person.birthDate) ? 'YES' : 'NO'
}

function answerHousemate(
  number: string,
  members: readonly RegisteredMember[] | null,
  housemate: RegisteredPerson | null,
): AnsweredHousemate {
  const found = members?.find(({ person }) => person.personNo === housemate?.personNo)
  return {
    nationalIdMasked: maskNationalId(number),
    matches: answer(number, members, () => found !== undefined),
    relation: found?.relationToHead ?? null,
  }
}

/** UNKNOWN where nothing was claimed or nothing may be said. */
function answer<Claimed, Known>(
  claimed: Claimed | null | undefined,
  known: Known | null,
  holds: (claimed: Claimed, known: Known) => boolean,
): ClaimAnswer {
  if (claimed === null || claimed === undefined || known === null) return 'UNKNOWN'
  return holds(claimed, known) ? 'YES' : 'NO'
}
