import { mentionsNationalId } from '../../schemas/scalars/national-id.ts'

/** Whether a text can name a log: C2SP signed-note allows no space and no plus sign in one. */
export function isLogOrigin(text: string): boolean {
  return /^[\w.:/-]{1,100}$/.test(text) && !mentionsNationalId(text)
}
