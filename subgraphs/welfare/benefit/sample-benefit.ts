import { ageOn } from '../../../schemas/scalars/dates.ts'
import { Rng } from '../../_kit/population/rng.ts'
import type { GeneratedPerson, GeneratedWelfareStatus } from '../../_kit/population/types.ts'
import { BENEFIT_RATES, type BenefitRate } from '../migrations/0003-benefit-rates.ts'

// 老人福利法第2條: from 65.
const ELDERLY_FROM = 65

/**
 * The allowance a made-up member of a household on the roll draws: one at most, that of the disabled before that of the old.
 * The tier asks for the degree of disability, which nobody here knows, so it is drawn.
 */
export function sampleBenefit(
  person: GeneratedPerson,
  { kind, validFrom }: GeneratedWelfareStatus,
  seed: number,
): Pick<BenefitRate, 'scheme' | 'monthlyAmount'> | null {
  const rng = new Rng(`${seed}/${person.ordinal}/benefit`)
  const isLow = kind === 'LOW_INCOME'
  if (person.hasDisability) {
    const tier = rng.pick(isLow ? [1, 2] : [2, 3])
    return rateOn(validFrom, 'DISABILITY_ALLOWANCE', tier)
  }
  if (ageOn(person.birthDate, validFrom) < ELDERLY_FROM) return null
  return rateOn(validFrom, 'ELDERLY_ALLOWANCE', 1)
}

function rateOn(day: string, scheme: BenefitRate['scheme'], tier: number): BenefitRate | null {
  const rate = BENEFIT_RATES.find(
    (each) =>
      each.scheme === scheme &&
      each.tier === tier &&
      each.validFrom <= day &&
      (each.validTo === null || day < each.validTo),
  )
  return rate ?? null
}
