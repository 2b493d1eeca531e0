import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SubjectKeys } from '../../../gateway/audit/subject-keys.ts'
import { makeFolder, removeFolders } from './log-desk.ts'

const KEY = Buffer.alloc(32, 3)

afterAll(removeFolders)

describe('keys of the persons in the log', () => {
  it('are the same for a person after a restart, and others for everybody else', async () => {
    const file = join(makeFolder(), 'subjects', 'keys.bin')
    const keys = SubjectKeys.open(file, KEY)
    const people = Array.from({ length: 10_000 }, (_, i) => `person-${i}`)
    const pseudonyms = people.map((person) => keys.of(person).pseudonym)
    expect(new Set(pseudonyms).size).toBe(10_000)
    await keys.flush()
    const salt = keys.of('person-7').saltFor('request')
    keys.close()
    const again = SubjectKeys.open(file, KEY)
    expect(people.map((person) => again.of(person).pseudonym)).toEqual(pseudonyms)
    expect(again.of('person-7').saltFor('request')).toEqual(salt)
    expect(again.of('person-7').saltFor('another')).not.toEqual(salt)
    const found = await again.ofPseudonyms([pseudonyms[7]!, 'nobody', ''])
    expect([...found.keys()]).toEqual([pseudonyms[7]])
    expect(found.get(pseudonyms[7]!)?.saltFor('request')).toEqual(salt)
    again.close()
  })

  it('cannot be read without the key they are kept under, and do not tell the person', async () => {
    const file = join(makeFolder(), 'keys.bin')
    const keys = SubjectKeys.open(file, KEY)
    const { pseudonym } = keys.of('person-7')
    await keys.flush()
    keys.close()
    expect(readFileSync(file).toString('latin1')).not.toContain('person-7')
    const stranger = SubjectKeys.open(file, Buffer.alloc(32, 4))
    await expect(stranger.ofPseudonyms([pseudonym])).rejects.toMatchObject({
      code: 'KEY_FILE_INVALID',
    })
    stranger.close()
  })

  it('are gone for good when they are erased; the person begins anew', async () => {
    const file = join(makeFolder(), 'keys.bin')
    const keys = SubjectKeys.open(file, KEY)
    const before = keys.of('person-7').pseudonym
    const other = keys.of('person-8').pseudonym
    await keys.flush()
    const bytes = readFileSync(file)
    expect(await keys.erase('person-7')).toBe(true)
    expect(readFileSync(file).includes(bytes.subarray(0, 8))).toBe(false)
    expect(await keys.ofPseudonyms([before, other])).toEqual(new Map([[other, expect.anything()]]))
    expect(keys.of('person-7').pseudonym).not.toBe(before)
    await keys.flush()
    keys.close()
    const again = SubjectKeys.open(file, KEY)
    expect(again.of('person-7').pseudonym).not.toBe(before)
    expect(again.of('person-8').pseudonym).toBe(other)
    again.close()
  })

  it('are gone for all who are asked for together, though another process erases one', async () => {
    const file = join(makeFolder(), 'keys.bin')
    const keys = SubjectKeys.open(file, KEY)
    const people = ['person-7', 'person-8', 'person-9']
    const pseudonyms = (): readonly string[] =>
      keys.ofEach(people).map(({ pseudonym }) => pseudonym)
    const [seven, eight, nine] = pseudonyms()
    await keys.flush()
    for (let looks = 0; looks < 3; looks++) expect(pseudonyms()).toEqual([seven, eight, nine])
    const other = SubjectKeys.open(file, KEY)
    await other.erase('person-8')
    other.close()
    const [, anew] = pseudonyms()
    expect(anew).not.toBe(eight)
    await keys.flush()
    for (let looks = 0; looks < 3; looks++) expect(pseudonyms()).toEqual([seven, anew, nine])
    keys.close()
  })

  it('goes on after a row that a crash cut short', async () => {
    const file = join(makeFolder(), 'keys.bin')
    const keys = SubjectKeys.open(file, KEY)
    const { pseudonym } = keys.of('person-7')
    await keys.flush()
    keys.close()
    appendFileSync(file, Buffer.alloc(31, 1))
    const again = SubjectKeys.open(file, KEY)
    const other = again.of('person-8').pseudonym
    await again.flush()
    again.close()
    const third = SubjectKeys.open(file, KEY)
    expect([third.of('person-7').pseudonym, third.of('person-8').pseudonym]).toEqual([
      pseudonym,
      other,
    ])
    third.close()
  })
})
