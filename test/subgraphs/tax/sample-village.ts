import { composeNationalId } from '../../../schemas/scalars/national-id.ts'
import type {
  GeneratedHouse,
  GeneratedHousehold,
  GeneratedParcel,
  GeneratedPerson,
  GeneratedVehicle,
  GeneratedVillage,
} from '../../../subgraphs/_kit/population/types.ts'

/** Twenty-four owners, each with a house, its land, a car and a salary; a few of them out of the ordinary. */
export const OWNERS = 24
export const FIRST = 4_000_000_000

/** Owners with a story, by their place in the village. */
export const owner = {
  /** has not paid the licence tax of 107 nor the land value tax of 106 */ debtor: 0,
  /** disabled, with a car of 3,000 cc */ disabled: 1,
  /** had another number until 2018-04-15 */ renumbered: 2,
  /** registered elsewhere; the spouse still lives in the house */ away: 3,
  /** registered elsewhere, nobody in the house 空戶 */ empty: 4,
  /** a house of low value and a scooter */ poor: 5,
  /** an electric car */ electric: 6,
  /** a taxi */ taxi: 7,
  /** a car plated on 2018-03-02 */ newCar: 8,
  /** registered elsewhere; a daughter lives in the house */ parent: 9,
} as const

export const numberOf = (index: number): string => composeNationalId('S', 2, 9_100_000 + index)
export const formerNumber = composeNationalId('S', 1, 9_100_002)
/** Somebody without any tax file. */
export const stranger = composeNationalId('S', 1, 9_199_999)

const SPOUSE = FIRST + 100
const DAUGHTER = FIRST + 101
const indexes = Array.from({ length: OWNERS }, (_, index) => index)
const isAway = (index: number): boolean =>
  index === owner.away || index === owner.empty || index === owner.parent

const personOf = (index: number, ordinal = FIRST + index): GeneratedPerson =>
  ({
    ordinal,
    nationalId:
      ordinal === FIRST + index ? numberOf(index) : composeNationalId('S', 1, ordinal % 1000),
    formerNationalIds:
      index === owner.renumbered
        ? [
            {
              nationalId: formerNumber,
              validFrom: '1980-01-01',
              validTo: '2018-04-15',
              reason: 'SEX_CHANGE',
            },
          ]
        : [],
    presence: isAway(index) && ordinal < SPOUSE ? 'ELSEWHERE' : 'REGISTERED',
    spouseOrdinal: index === owner.away && ordinal < SPOUSE ? SPOUSE : null,
    hasDisability: index === owner.disabled,
  }) as Partial<GeneratedPerson> as GeneratedPerson

const householdOf = (index: number): GeneratedHousehold =>
  ({
    status: 'CURRENT',
    plateId: `sp-${index}`,
    memberOrdinals:
      index === owner.away
        ? [SPOUSE]
        : index === owner.parent
          ? [DAUGHTER]
          : index === owner.empty
            ? []
            : [FIRST + index],
  }) as Partial<GeneratedHousehold> as GeneratedHousehold

const houseOf = (index: number): GeneratedHouse => ({
  id: `ho-${index}`,
  ownerOrdinal: FIRST + index,
  plateId: `sp-${index}`,
  addressText: `高雄市甲仙區大田里3鄰大田${index + 1}號`,
  townCode: '64000330',
  villageCode: '64000330004',
  areaM2: 99.5,
  assessedValue: index === owner.poor ? 90_000 : 500_000,
  use: 'SELF_USE',
  builtYear: 1985,
})

const parcelOf = (index: number): GeneratedParcel => ({
  id: `la-${index}`,
  ownerOrdinal: FIRST + index,
  townCode: '64000330',
  villageCode: '64000330004',
  section: '大田段',
  parcelNo: `00${String(index).padStart(2, '0')}-0000`,
  areaM2: 200,
  assessedValuePerM2: 5000,
  isUrban: false,
  isIndigenousReserve: false,
  use: 'BUILDING',
  houseId: `ho-${index}`,
})

const vehicleOf = (index: number): GeneratedVehicle =>
  ({
    id: `ve-${index}`,
    kind: index === owner.poor ? 'HEAVY_MOTORCYCLE' : 'CAR',
    use: index === owner.taxi ? 'BUSINESS' : 'PRIVATE',
    fuel: index === owner.electric ? 'ELECTRIC' : 'PETROL',
    displacementCc:
      { [owner.disabled]: 3000, [owner.poor]: 125, [owner.electric]: 0 }[index] ?? 1598,
    motorPowerKw: index === owner.electric ? 150 : null,
    firstPlateDate: index === owner.newCar ? '2018-03-02' : '2012-06-01',
    ownerOrdinal: FIRST + index,
    status: 'IN_USE',
    statusDate: '2012-06-01',
  }) as Partial<GeneratedVehicle> as GeneratedVehicle

const payerOrdinal = FIRST + owner.debtor

export const sampleVillage = {
  facts: { townCode: '64000330', villageCode: '64000330004' },
  persons: [
    ...indexes.map((index) => personOf(index)),
    personOf(owner.away, SPOUSE),
    personOf(owner.parent, DAUGHTER),
  ],
  households: indexes.map(householdOf),
  kinships: [{ kind: 'PARENT', fromOrdinal: FIRST + owner.parent, toOrdinal: DAUGHTER }],
  houses: indexes.map(houseOf),
  parcels: indexes.map(parcelOf),
  vehicles: indexes.map(vehicleOf),
  incomes: indexes.flatMap((index) => [
    { ownerOrdinal: FIRST + index, taxYear: 106, kind: 'SALARY', amount: 480_000, payer: '某公司' },
    {
      ownerOrdinal: FIRST + index,
      taxYear: 106,
      kind: 'INTEREST',
      amount: 1200,
      payer: '甲仙區農會',
    },
  ]),
  unpaidTaxes: [
    { payerOrdinal, kind: 'LICENCE_PLATE_TAX', taxYear: 107, objectId: 've-0' },
    { payerOrdinal, kind: 'LAND_VALUE_TAX', taxYear: 106, objectId: 'la-0' },
  ],
} as unknown as GeneratedVillage
