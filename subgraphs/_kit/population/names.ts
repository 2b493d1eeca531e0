import { yearOf } from './calendar.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import {
  CLANS,
  IMMIGRANT_LATIN,
  MEN,
  SURNAMES,
  TRADITIONAL_MEN,
  TRADITIONAL_WOMEN,
  WOMEN,
} from './name-facts.ts'
import { weightedTable } from './rng.ts'
import type { Rng } from './rng.ts'
import { isIndigenousTown } from './town-facts.ts'
import type { PersonName } from './types.ts'

const drawSurname = weightedTable(SURNAMES.map(([, weight]) => weight))
/** Indigenous people per 1,000 registered: in the three mountain districts, elsewhere. Assumption. */
const INDIGENOUS = { mountain: 930, elsewhere: 15 }
/** Of 1,000 indigenous people, those whose registered name is not plain Han. Assumption. */
const LATIN_BESIDE = 150
const TRADITIONAL = 80

/** Names everybody, parents before children, so that families share surnames and peoples. */
export function nameEverybody(village: VillageDraft): void {
  const rng = village.rng('names')
  const eldestFirst = village.people.toSorted(
    (one, other) => one.birthDay - other.birthDay || one.ordinal - other.ordinal,
  )
  for (const person of eldestFirst) {
    person.ethnicGroup = ethnicGroupOf(person, village, rng)
    person.name = person.fixed?.name ?? nameOf(person, rng)
  }
}

/** A full Han name for a parent who has no record here. */
export function parentName(
  surname: string | null,
  isMale: boolean,
  year: number,
  rng: Rng,
): string {
  return (surname ?? SURNAMES[drawSurname(rng)]![0]) + givenName(isMale, year, rng)
}

function nameOf(person: DraftPerson, rng: Rng): PersonName {
  const year = yearOf(person.birthDay)
  if (person.ethnicGroup !== null) {
    const draw = rng.below(1000)
    if (draw < TRADITIONAL) return traditionalName(person.isMale, rng)
    if (draw < TRADITIONAL + LATIN_BESIDE)
      return hanName(person, year, latinName(person.isMale, rng), rng)
  }
  const latin = person.isImmigrant && rng.chance(0.3) ? rng.pick(IMMIGRANT_LATIN) : null
  return hanName(person, year, latin, rng)
}

function hanName(person: DraftPerson, year: number, latin: string | null, rng: Rng): PersonName {
  const inherited = person.adoptiveFather ?? person.father ?? person.mother
  const surname = inherited?.name?.surname ?? SURNAMES[drawSurname(rng)]![0]
  const given = givenName(person.isMale, year, rng)
  const full = latin === null ? surname + given : surname + given + latin
  return { full, surname, given, latin, nameType: latin === null ? 'HAN' : 'HAN_WITH_LATIN' }
}

function givenName(isMale: boolean, year: number, rng: Rng): string {
  const { first, second } = (isMale ? MEN : WOMEN).find(({ until }) => year < until)!
  const one = first.charAt(rng.below(first.length))
  const at = rng.below(second.length)
  const other = second.charAt(at)
  return one + (other === one ? second.charAt((at + 1) % second.length) : other)
}

function traditionalName(isMale: boolean, rng: Rng): PersonName {
  const [given, givenLatin] = rng.pick(isMale ? TRADITIONAL_MEN : TRADITIONAL_WOMEN)
  const [clan, clanLatin] = rng.pick(CLANS)
  const han = `${given}‧${clan}`
  if (rng.chance(0.4)) {
    return { full: han, surname: null, given: han, latin: null, nameType: 'TRADITIONAL_HAN' }
  }
  const latin = `${givenLatin} ${clanLatin}`
  const nameType = 'TRADITIONAL_HAN_WITH_LATIN'
  return { full: han + latin, surname: null, given: han, latin, nameType }
}

function latinName(isMale: boolean, rng: Rng): string {
  const [, given] = rng.pick(isMale ? TRADITIONAL_MEN : TRADITIONAL_WOMEN)
  return `${given} ${rng.pick(CLANS)[1]}`
}

function ethnicGroupOf(person: DraftPerson, village: VillageDraft, rng: Rng): string | null {
  if (person.fixed || person.isImmigrant) return null
  if (person.father?.ethnicGroup) return person.father.ethnicGroup
  if (person.mother?.ethnicGroup && rng.chance(0.5)) return person.mother.ethnicGroup
  if (person.father || person.mother) return null
  const { townCode } = village.facts
  const share = isIndigenousTown(townCode) ? INDIGENOUS.mountain : INDIGENOUS.elsewhere
  if (rng.below(1000) >= share) return null
  if (townCode === '64000360') return '魯凱'
  if (townCode === '64000370') return rng.chance(0.15) ? '拉阿魯哇' : '布農'
  if (townCode === '64000380') return rng.chance(0.3) ? '卡那卡那富' : '布農'
  return rng.pick(['布農', '排灣', '阿美', '魯凱'])
}
