import type { DraftPerson } from './draft.ts'
import { weightedTable } from './rng.ts'
import type { Rng } from './rng.ts'
import type { Employment, Schooling } from './types.ts'

/** Full-time salaries of 107, NT$ a month, with weights: our assumption; 22,000 is the basic wage. */
const SALARIES: readonly (readonly [number, number])[] = [
  [22000, 18],
  [24000, 14],
  [26000, 13],
  [28000, 12],
  [30000, 11],
  [33000, 9],
  [36000, 7],
  [40000, 6],
  [45000, 4],
  [52000, 3],
  [65000, 2],
  [88000, 1],
]
const drawSalary = weightedTable(SALARIES.map(([, weight]) => weight))
const TRADES = [
  '作業員',
  '服務員',
  '店員',
  '司機',
  '營造工',
  '清潔工',
  '技術員',
  '行政人員',
  '照顧服務員',
  '教師',
  '公務員',
  '業務員',
]
const OWN_TRADES = ['農民', '攤商', '小吃店', '果農', '民宿', '水電工']
const SCHOOLED: Employment = { status: 'STUDENT', occupation: null, monthlySalary: null }
const NONE: Employment = { status: 'NONE', occupation: null, monthlySalary: null }
const RETIRED: Employment = { status: 'RETIRED', occupation: null, monthlySalary: null }
const HOMEMAKER: Employment = { status: 'HOMEMAKER', occupation: null, monthlySalary: null }
const UNEMPLOYED: Employment = { status: 'UNEMPLOYED', occupation: null, monthlySalary: null }
const FARMER: Employment = { status: 'SELF_EMPLOYED', occupation: '農民', monthlySalary: null }

/** The school a person attends, by age; null out of school. Shares are our assumption. */
export function schoolingOf(person: DraftPerson, rng: Rng): Schooling | null {
  const { age } = person
  if (age < 6 || age > 24) return null
  if (age < 12) return { level: 'PRIMARY', isDaySchool: true }
  if (age < 15) return { level: 'JUNIOR_HIGH', isDaySchool: true }
  if (age < 18) {
    if (rng.chance(0.04)) return null
    const level = rng.chance(0.45) ? 'VOCATIONAL_HIGH' : 'SENIOR_HIGH'
    return { level, isDaySchool: rng.chance(0.93) }
  }
  if (!rng.chance(age < 22 ? 0.72 : 0.18)) return null
  return { level: 'COLLEGE', isDaySchool: rng.chance(0.85) }
}

/** Work and salary proof, by age, sex and school. Shares are our assumption. */
export function employmentOf(
  person: DraftPerson,
  schooling: Schooling | null,
  hasDisability: boolean,
  rng: Rng,
): Employment {
  const { age } = person
  if (age < 15) return NONE
  if (schooling?.isDaySchool) return SCHOOLED
  if (age >= 65) return rng.chance(0.17) ? FARMER : RETIRED
  const draw = rng.below(1000)
  if (hasDisability && draw < 600) return NONE
  if (draw < 590) return employed(rng)
  if (draw < 760) {
    return { status: 'SELF_EMPLOYED', occupation: rng.pick(OWN_TRADES), monthlySalary: null }
  }
  if (draw < 805) return UNEMPLOYED
  if (age >= 55 && draw < 900) return RETIRED
  return person.isMale ? (draw < 900 ? employed(rng) : NONE) : HOMEMAKER
}

function employed(rng: Rng): Employment {
  const base = SALARIES[drawSalary(rng)]![0]
  const monthlySalary = base === 22000 ? base : base + rng.below(20) * 100
  return { status: 'EMPLOYED', occupation: rng.pick(TRADES), monthlySalary }
}
