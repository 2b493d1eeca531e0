import { canonicalJson } from './canonical-json.ts'

/** Records of one kind as they stand before they differ: bytes, and after each the member that is open there. */
export type RecordForm = readonly {
  readonly bytes: Uint8Array
  /** Its name; nothing at the end. */
  readonly open: string | undefined
}[]

/**
 * The form of records that say the same in some members and differ in others, time (`at`) and place
 * (`seq`) among these: canonical JSON around what is open. Throws TypeError for what JSON cannot hold.
 */
export function formOf(
  standing: Readonly<Record<string, unknown>>,
  differing: readonly string[],
): RecordForm {
  const open = new Set(['at', 'seq', ...differing])
  const names = [...Object.keys(standing), ...open].toSorted()
  const form: RecordForm[number][] = []
  let text = '{'
  for (const [i, name] of names.entries()) {
    text += `${i > 0 ? ',' : ''}${JSON.stringify(name)}:`
    if (!open.has(name)) text += canonicalJson(standing[name])
    else {
      form.push({ bytes: Buffer.from(text), open: name })
      text = ''
    }
  }
  return [...form, { bytes: Buffer.from(`${text}}`), open: undefined }]
}
