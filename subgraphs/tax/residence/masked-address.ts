/** An address as the tax roll keeps it, ready for the shared `Address`. */
export interface TaxAddress {
  readonly text: string | null
  readonly isProtected: boolean
  readonly doorPlate: { readonly id: string } | null
}

/**
 * The address of a roll entry, withheld unless its owner is known not to be protected: where the
 * register of households cannot say (`null`), the owner counts as protected (保護註記).
 */
export function maskedAddress(
  entry: { readonly addressText: string; readonly plateId: string },
  isProtected: boolean | null | undefined,
): TaxAddress {
  if (isProtected !== false) return { text: null, isProtected: true, doorPlate: null }
  return { text: entry.addressText, isProtected: false, doorPlate: { id: entry.plateId } }
}
