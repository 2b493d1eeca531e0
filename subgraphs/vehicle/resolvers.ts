import { refuseRow } from '../_kit/refuse-row.ts'
import { fuelFeeStatusOn } from './fuel-fee/fuel-fee-status.ts'
import type { Address, FuelFee, FuelFeeStatus, Resolvers } from './generated.ts'
import { nextInspectionDue } from './inspection/next-inspection-due.ts'
import { currentLicence } from './licence/current-licence.ts'
import type { Context, MotorProfileParent, PersonParent, VehicleParent } from './loaders.ts'

const AUTHORITY = { code: 'MOTOR_QISHAN', name: '交通部公路總局高雄區監理所旗山監理站' }

/** Fields that are not here are columns of the same name. */
export const resolvers: Resolvers = {
  Person: {
    motor: (person, _, context) => motorProfileOf(person, context),
  },
  MotorProfile: {
    asOf: (_, __, context) => context.asOf,
    authority: () => AUTHORITY,
    vehicles: (profile, _, context) => vehiclesOf(profile, context),
    licence: (profile, _, context) => licenceOf(profile, context),
  },
  Vehicle: {
    __resolveReference: (vehicle, context) => vehicleByKey(vehicle, context),
    caseGrant: ({ id }, _, { grants }) => grants.ofVehicle(id),
    formerPlates: ({ id }, _, { loaders }) => loaders.formerPlates.load(id),
    nextInspectionDue: (vehicle, _, { loaders }) => inspectionDueOf(vehicle, loaders),
    registeredAddress: (vehicle) => registeredAddressOf(vehicle),
    fuelFees: ({ id }, { status }, context) => fuelFeesOf(id, status ?? null, context),
  },
}

// Protection that household could not tell counts as protection.
function motorProfileOf(person: PersonParent, context: Context): MotorProfileParent | null {
  const ids = [person.id, ...(person.formerIds ?? [])]
  const nationalIds = ids.map((id) => context.nationalIdOf(id))
  if (!context.grants.admitsPerson(person)) return refuseRow(context.caller)
  return { nationalIds, isProtected: person.isProtected !== false }
}

async function vehiclesOf(
  { nationalIds, isProtected }: MotorProfileParent,
  { loaders }: Context,
): Promise<VehicleParent[]> {
  const found = await Promise.all(nationalIds.map((id) => loaders.vehiclesOfOwner.load(id)))
  return found.flat().map((vehicle) => ({ ...vehicle, isProtected }))
}

async function licenceOf({ nationalIds }: MotorProfileParent, { loaders, today }: Context) {
  const [law, ...found] = await Promise.all([
    loaders.law(),
    ...nationalIds.map((id) => loaders.licence.load(id)),
  ])
  return currentLicence(found, law.licenceTerms, today)
}

// Reached without its owner: nobody has said that the owner is not protected, so the address is withheld.
async function vehicleByKey(
  reference: { readonly id: string; readonly caseGrant?: string | null },
  context: Context,
): Promise<VehicleParent | null> {
  if (!context.grants.admitsVehicle(reference)) return refuseRow(context.caller)
  const vehicle = await context.loaders.vehicle.load(reference.id)
  if (!vehicle) return null
  // The disclosure log names the owner on this path too.
  context.personIdOf(vehicle.ownerNationalId)
  return { ...vehicle, isProtected: true }
}

async function inspectionDueOf(vehicle: VehicleParent, loaders: Context['loaders']) {
  const { inspectionRules } = await loaders.law()
  return nextInspectionDue({ ...vehicle, isElectric: vehicle.fuel === 'ELECTRIC' }, inspectionRules)
}

function registeredAddressOf({
  isProtected,
  registeredAddress,
  doorPlateId,
}: VehicleParent): Address {
  if (isProtected) return { text: null, isProtected, doorPlate: null }
  return {
    text: registeredAddress,
    isProtected,
    doorPlate: doorPlateId === null ? null : { id: doorPlateId },
  }
}

async function fuelFeesOf(
  vehicleId: string,
  wanted: readonly FuelFeeStatus[] | null,
  { loaders, today }: Context,
): Promise<FuelFee[]> {
  const fees = await loaders.fuelFees.load(vehicleId)
  return fees
    .map((fee) => ({ ...fee, status: fuelFeeStatusOn(fee, today) }))
    .filter(({ status }) => wanted === null || wanted.includes(status))
}
