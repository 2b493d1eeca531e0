import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '../../../gateway/audit/canonical-json.ts'
import { openDisclosures, outcomeOf, subjectKeysOf } from './disclosure-desk.ts'
import { makeFolder, recordsIn, removeFolders } from './log-desk.ts'

/** The person of the answer: one of 730 that a guesser has to try. */
const SHOWN = { id: 'key-of-chen', sex: 'FEMALE', birthDate: '1985-03-02' }
const CANDIDATES = ['FEMALE', 'MALE'].flatMap((sex) =>
  Array.from({ length: 365 }, (_, day) => {
    const birthDate = new Date(Date.UTC(1985, 0, 1 + day)).toISOString().slice(0, 10)
    return { id: SHOWN.id, sex, birthDate }
  }),
)

interface Shown {
  readonly requestId: string
  readonly answer: string
  readonly subjects: readonly { readonly subject: string; readonly hash: string }[]
}

let dataDir: string
let record: Shown
let salt: Buffer

beforeAll(async () => {
  dataDir = makeFolder()
  const disclosures = await openDisclosures(dataDir)
  for (let time = 0; time < 2; time++) {
    const outcome = outcomeOf({ person: SHOWN }, [SHOWN.id])
    await disclosures.intend(outcome)
    await disclosures.conclude(outcome)
  }
  await disclosures.close()
  record = (await recordsIn(join(dataDir, 'log')))[1] as unknown as Shown
  const keys = subjectKeysOf(dataDir)
  salt = keys.of(SHOWN.id).saltFor(record.requestId)
  keys.close()
})

afterAll(removeFolders)

describe('somebody who has the log and guesses', () => {
  it('finds no value in it, with whatever the log itself says for a salt', () => {
    const { requestId, answer, subjects } = record
    const [{ subject, hash }] = subjects as [Shown['subjects'][number]]
    const said = [requestId, subject, hash, answer, `${subject}${requestId}`]
    const salts = [
      Buffer.alloc(0),
      Buffer.alloc(32),
      ...said.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'base64url'), sha256(text)]),
    ]
    const inLog = filesOf(join(dataDir, 'log'))
    const guesses = salts.flatMap(guessesWith)
    expect(guesses.length).toBeGreaterThan(50_000)
    const found = guesses.filter(({ digest }) =>
      (['base64url', 'base64', 'hex', 'latin1'] as const).some((encoding) =>
        inLog.includes(digest.toString(encoding)),
      ),
    )
    expect(found).toEqual([])
  })

  it('finds it with the salt: the one candidate, by the hash of the person alone', () => {
    const { hash } = record.subjects[0]!
    const found = guessesWith(salt).filter(({ digest }) => digest.toString('base64url') === hash)
    expect(found.map(({ candidate }) => candidate)).toEqual([SHOWN])
  })

  it('does not even see that two requests showed the same', async () => {
    const other = (await recordsIn(join(dataDir, 'log')))[3] as unknown as Shown
    expect(other.subjects[0]!.hash).not.toBe(record.subjects[0]!.hash)
    expect(other.answer).not.toBe(record.answer)
  })
})

/** Every candidate in every form that a record could have hashed it in, after a salt. */
function guessesWith(
  by: Buffer,
): readonly { readonly candidate: (typeof CANDIDATES)[number]; readonly digest: Buffer }[] {
  const { requestId, subjects } = record
  const { subject } = subjects[0]!
  return CANDIDATES.flatMap((candidate) =>
    [
      { data: [candidate], requestId, subject },
      { data: { person: candidate }, requestId },
      { person: candidate },
      candidate,
      candidate.birthDate,
      candidate.sex,
    ].map((form) => ({ candidate, digest: sha256(by, canonicalJson(form)) })),
  )
}

function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function filesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}
