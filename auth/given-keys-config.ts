import { hopRing } from './keys/key-store.ts'
import { SEALED_PERSON_KEY } from './keys/sealed-person-key.ts'

/**
 * The variable that gives a key, by the name of the key in `hub keys list`: such a key turns where the
 * variable is set, and in no file.
 */
export function readGivenKeys(
  agencies: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): ReadonlyMap<string, string> {
  const hops = agencies.map((agency) => {
    const variable = `HUB_HOP_KEY_${agency.toUpperCase().replaceAll('-', '_')}`
    return [hopRing(agency), variable] as const
  })
  const all = [...hops, [SEALED_PERSON_KEY, 'HUB_SEALED_KEY'] as const]
  return new Map(all.filter(([, variable]) => env[variable]))
}
