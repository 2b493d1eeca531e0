import { demoPeople } from './demo.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import type { Rng } from './rng.ts'
import type { GeneratedHouse, GeneratedIncome, GeneratedPerson, IncomeKind } from './types.ts'

/** 老農津貼 in 107, NT$ a month (domain.md §7.6). */
const FARMER_ALLOWANCE = 7256

/** Items of income of the tax year 106 by person: our assumption beside the salary proof. */
export function generateIncomes(
  village: VillageDraft,
  persons: readonly GeneratedPerson[],
  houses: readonly GeneratedHouse[],
): GeneratedIncome[] {
  const rng = village.rng('incomes')
  const incomes: GeneratedIncome[] = []
  const add = (ownerOrdinal: number, kind: IncomeKind, amount: number, payer: string): void => {
    incomes.push({ ownerOrdinal, taxYear: 106, kind, amount, payer })
  }
  persons.forEach((person, index) => {
    const draft = village.people[index]!
    if (person.presence === 'DEAD' || draft.age < 15) return
    if (draft.fixed) addFixed(person, add)
    else addDrawn(person, draft, rng, add)
  })
  for (const house of houses) {
    if (house.use !== 'RENTED') continue
    add(house.ownerOrdinal, 'RENT', rng.between(48, 180) * 1000, '房屋租賃')
  }
  return incomes
}

function addDrawn(person: GeneratedPerson, draft: DraftPerson, rng: Rng, add: Add): void {
  const { ordinal, employment } = person
  const salary = employment.monthlySalary
  // Twelve or thirteen months of pay.
  if (salary !== null) add(ordinal, 'SALARY', salary * rng.between(12, 13), employer(draft))
  if (draft.age >= 65) addPension(person, rng.below(1000), add)
  if (draft.age >= 20 && rng.below(1000) < 220) {
    add(ordinal, 'INTEREST', rng.between(2, 240) * 100, '中華郵政')
  }
  if (draft.age >= 30 && rng.below(1000) < 90) {
    add(ordinal, 'DIVIDEND', rng.between(5, 600) * 100, '上市公司股利')
  }
}

type Add = (ownerOrdinal: number, kind: IncomeKind, amount: number, payer: string) => void

function addFixed(person: GeneratedPerson, add: Add): void {
  const { monthlySalary } = person.employment
  if (monthlySalary !== null) add(person.ordinal, 'SALARY', monthlySalary * 12, '環境清潔社')
  if (person.ordinal === demoPeople.mother) {
    add(person.ordinal, 'PENSION', FARMER_ALLOWANCE * 12, '老年農民福利津貼')
  }
}

function addPension(person: GeneratedPerson, draw: number, add: Add): void {
  if (draw < 380) add(person.ordinal, 'PENSION', FARMER_ALLOWANCE * 12, '老年農民福利津貼')
  else if (draw < 620) add(person.ordinal, 'PENSION', (8000 + draw * 12) * 12, '勞工保險老年年金')
  else if (draw < 860) add(person.ordinal, 'PENSION', 3628 * 12, '國民年金老年年金')
}

function employer(person: DraftPerson): string {
  return EMPLOYERS[person.ordinal % EMPLOYERS.length]!
}

const EMPLOYERS = [
  '甲仙農產行',
  '旗山食品廠',
  '南台物流',
  '六龜營造',
  '美濃工業社',
  '高雄科技廠',
  '區公所',
  '山城餐飲',
]
