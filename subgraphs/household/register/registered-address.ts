import type { RegisteredHousehold } from './register-facts.ts'

interface DisclosedAddress {
  readonly text: string | null
  readonly isProtected: boolean
  readonly doorPlate: { readonly id: string } | null
}

const WITHHELD: DisclosedAddress = Object.freeze({ text: null, isProtected: true, doorPlate: null })

/**
 * The registered address 戶籍地址 as it may leave: withheld, plate included, where someone protected
 * lives in the household (家庭暴力防治法), whoever of its members was asked for.
 */
export function addressOf({
  isProtected,
  addressText,
  plateId,
}: Pick<RegisteredHousehold, 'isProtected' | 'addressText' | 'plateId'>): DisclosedAddress {
  if (isProtected) return WITHHELD
  return { text: addressText, isProtected, doorPlate: plateId === null ? null : { id: plateId } }
}
