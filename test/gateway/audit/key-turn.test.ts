import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { addKeyTurn } from '../../../gateway/audit/key-history.ts'
import { openLog } from '../../../gateway/audit/log-reader.ts'
import type { Receipt } from '../../../gateway/audit/receipt.ts'
import { createNoteSigner, signCheckpoint, signNote } from '../../../gateway/audit/signed-note.ts'
import { verifyLog } from '../../../gateway/audit/verify-log.ts'
import { verifyReceipt } from '../../../gateway/audit/verify-receipt.ts'
import { LOG_SIGNER, openDisclosures, outcomeOf } from './disclosure-desk.ts'
import {
  appendRecords,
  copyOf,
  fillLog,
  makeFolder,
  openWriter,
  removeFolders,
  SIGNER,
} from './log-desk.ts'

const [NEXT, LAST, STRANGER] = [1, 2, 3].map((byte) =>
  createNoteSigner(SIGNER.name, Buffer.alloc(32, byte)),
) as [typeof SIGNER, typeof SIGNER, typeof SIGNER]

/** 300 records under one key, 300 under the next, and 300 under a third that came while records did. */
let log: string

beforeAll(async () => {
  log = await fillLog(300)
  const writer = await openWriter(log, { signer: NEXT, formerSigners: [SIGNER] })
  await appendRecords(writer, 300)
  await Promise.all([appendRecords(writer, 300, 30), writer.turnTo(LAST)])
  await writer.close()
})

afterAll(removeFolders)

const reasonUnder = (folder: string, key = SIGNER): string | undefined =>
  verifyLog(folder, key.verifierKey).fault?.reason

describe('S17 a disclosure log whose key turned', () => {
  it('verifies under each of its keys, and under no other', async () => {
    for (const key of [SIGNER, NEXT, LAST]) {
      expect(verifyLog(log, key.verifierKey)).toMatchObject({ size: 900, fault: null })
      expect(await openLog(log, key)).toMatchObject({ size: 900 })
    }
    expect(reasonUnder(log, STRANGER)).toMatch(/does not lead to the key of hub.local\/test/)
    expect(await openLog(log, STRANGER)).toBeUndefined()
  })

  it('goes on after a kill before its turn was written, and after one before anything was signed', async () => {
    const before = await fillLog(20)
    // a draft that the kill cut short
    writeFileSync(join(before, 'keys.new'), 'hub.local/test\nhub log')
    const after = copyOf(before)
    const edge = { size: 20, root: Buffer.from(noteOf(after).split('\n')[2]!, 'base64') }
    await addKeyTurn(after, SIGNER, NEXT, edge)
    for (const folder of [before, after]) {
      const writer = await openWriter(folder, { signer: NEXT, formerSigners: [SIGNER] })
      await appendRecords(writer, 5)
      await writer.close()
      expect(verifyLog(folder, SIGNER.verifierKey)).toMatchObject({ size: 25, fault: null })
      expect(readFileSync(join(folder, 'keys'), 'utf8').match(/key turn/g)).toHaveLength(1)
    }
  })

  it('does not go on without the key that signs the turn, nor under a stranger’s', async () => {
    const folder = await fillLog(20)
    await expect(openWriter(folder, { signer: NEXT })).rejects.toMatchObject({
      code: 'DISCLOSURE_LOG_DAMAGED',
    })
    expect(verifyLog(folder, SIGNER.verifierKey)).toMatchObject({ size: 20, fault: null })
  })

  it('L4 refuses a key that the key before has not let in, and the old one after its turn', () => {
    const [origin, kind, size, root] = readFileSync(join(log, 'keys'), 'utf8').split('\n')
    const text = [origin, kind, size, root, SIGNER.verifierKey, STRANGER.verifierKey, ''].join('\n')
    for (const signers of [[STRANGER], [STRANGER, STRANGER], [STRANGER, SIGNER]]) {
      const copy = copyOf(log)
      writeFileSync(join(copy, 'keys'), signNote(text, signers))
      expect(reasonUnder(copy)).toBe('turn 1 in keys is not signed by the keys before and after')
    }
    const without = copyOf(log)
    rmSync(join(without, 'keys'))
    expect(reasonUnder(without)).toBe('the checkpoint is missing or not signed by hub.local/test')
    const late = copyOf(log)
    const tree = Buffer.from(noteOf(log).split('\n')[2]!, 'base64')
    writeFileSync(join(late, 'checkpoint'), signCheckpoint(SIGNER, 900, tree))
    expect(reasonUnder(late)).toBe('the checkpoint is missing or not signed by hub.local/test')
  })

  it('is found changed when any one bit of its turns is', () => {
    const copy = copyOf(log)
    const turns = readFileSync(join(log, 'keys'))
    for (let place = 0; place < turns.length; place += 7) {
      const changed = Buffer.from(turns)
      changed[place]! ^= 1 << (place % 8)
      writeFileSync(join(copy, 'keys'), changed)
      expect([place, reasonUnder(copy) === undefined]).toEqual([place, false])
    }
  })
})

it('S17 receipts from before and after a turn of the key verify under the old key and the new', async () => {
  const seeds = [Buffer.alloc(32, 7)]
  const disclosures = await openDisclosures(makeFolder(), { signingSeeds: () => seeds })
  const ask = async (): Promise<Receipt> => {
    const outcome = outcomeOf({ person: { id: 'chen' } }, ['chen'])
    const { requestId } = outcome.context
    await disclosures.intend(outcome)
    const { leafIndex } = await disclosures.conclude(outcome)
    const caller = { actor: 'officer-7', client: 'desk-jiaxian' }
    return (await disclosures.receiptFor(caller, { leafIndex, requestId }))!
  }
  const early = await ask()
  seeds.unshift(Buffer.alloc(32, 1))
  // the gateway looks at its key every second
  let late = await ask()
  for (let tries = 0; tries < 40 && late.keyTurns === undefined; tries++) {
    await setTimeout(50)
    late = await ask()
  }
  await disclosures.close()
  const data = { person: { id: 'chen' } }
  const turned = createNoteSigner(LOG_SIGNER.name, Buffer.alloc(32, 1))
  for (const key of [LOG_SIGNER, turned]) {
    expect(verifyReceipt(late, key, data).fault).toBeNull()
    expect(verifyReceipt(early, key, data, late.keyTurns).fault).toBeNull()
  }
  expect(early.keyTurns).toBeUndefined()
  expect(verifyReceipt(early, LOG_SIGNER, data).fault).toBeNull()
  expect(verifyReceipt(late, STRANGER, data).fault).toMatch(/not signed/)
  expect(verifyReceipt({ ...late, keyTurns: '' }, LOG_SIGNER, data).fault).toMatch(/not signed/)
}, 10_000)

function noteOf(folder: string): string {
  return readFileSync(join(folder, 'checkpoint'), 'utf8')
}
