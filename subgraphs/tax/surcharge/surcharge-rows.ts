import type { SurchargeRule } from './surcharge.ts'

/**
 * Surcharge rules of both eras. The new text was promulgated on 110-12-17 and its other articles hold
 * from 110-12-19, but the Executive Yuan put §20 into force on 111-01-01.
 */
export const SURCHARGE_RULES: readonly SurchargeRule[] = [
  {
    daysPerStep: 2,
    percentPerStep: 1,
    maxPercent: 15,
    enforceAfterDays: 30,
    // A ministry letter (law-out.mof.gov.tw GL003879, void since 111-09-22) adds the first 1 % on day
    // three, which is an offset of 1; the counters' arithmetic of 107 that we were given has 0.
    offsetDays: 0,
    validFrom: '1976-10-22',
    validTo: '2021-12-31',
    source: '稅捐稽徵法第20條(110-12-17修正前)',
    certainty: 'seen',
  },
  {
    daysPerStep: 3,
    percentPerStep: 1,
    maxPercent: 10,
    enforceAfterDays: 30,
    offsetDays: 0,
    validFrom: '2022-01-01',
    validTo: null,
    source:
      '稅捐稽徵法第20條(110-12-17修正;財政部110-12-23台財稅字第11004702141號函,111-01-01施行)',
    certainty: 'seen',
  },
]
