import { addYears, dateOf } from './calendar.ts'
import type { VillageDraft } from './draft.ts'
import type { GeneratedLicence, LicenceClass } from './types.ts'

/** Of 1,000 people from 18 (motorcycle, car): our assumption; fewer among the old. */
const MOTORCYCLE = { young: 800, old: 450 }
const CAR = { young: 680, old: 300 }

/** Driver licences of the living registered people; validity is the vehicle agency's to compute. */
export function generateLicences(village: VillageDraft): GeneratedLicence[] {
  const rng = village.rng('licences')
  const licences: GeneratedLicence[] = []
  for (const person of village.people) {
    if (person.presence !== 'REGISTERED' || person.age < 18) continue
    const isOld = person.age >= 65
    const draw = rng.below(1000)
    const classes: LicenceClass[] = []
    const isDemo = person.fixed !== null
    if (isDemo || draw < (isOld ? MOTORCYCLE.old : MOTORCYCLE.young)) {
      classes.push(draw % 12 === 0 && !isDemo ? 'LIGHT_MOTORCYCLE' : 'HEAVY_MOTORCYCLE')
    }
    if (draw % 60 === 7) classes.push('LARGE_HEAVY_MOTORCYCLE')
    const driving = rng.below(1000)
    if (isDemo || driving < (isOld ? CAR.old : CAR.young)) classes.push('SMALL_CAR')
    if (driving < 25 && person.age > 24) classes.push('HEAVY_TRUCK')
    if (classes.length === 0) continue
    const first = addYears(person.birthDay, 18)
    const last = Math.min(village.today, first + 30 * 365)
    licences.push({
      holderOrdinal: person.ordinal,
      classes,
      isProfessional: driving < 40 && person.age > 20,
      issueDate: dateOf(rng.between(first, last)),
    })
  }
  return licences
}
