import { join } from 'node:path'
import { writeReceipt, type Receipt } from '../../../gateway/audit/receipt.ts'
import { verifyReceipt } from '../../../gateway/audit/verify-receipt.ts'
import {
  LOG_SIGNER,
  openDisclosures,
  outcomeOf,
  readLogOf,
  subjectKeysOf,
} from './disclosure-desk.ts'
import { appendRecords, makeFolder, openWriter, removeFolders } from './log-desk.ts'

const FURTHER = 100_000
const CHEN = { id: 'key-of-chen', name: { full: '陳美玲' }, birthDate: '1985-03-02' }

afterAll(removeFolders)

it('a receipt verifies offline after 100,000 further records, and not with one value changed', async () => {
  const dataDir = makeFolder()
  const disclosures = await openDisclosures(dataDir)
  const outcome = outcomeOf({ person: CHEN }, [CHEN.id])
  await disclosures.intend(outcome)
  const { leafIndex } = await disclosures.conclude(outcome)
  await disclosures.close()
  const writer = await openWriter(join(dataDir, 'log'))
  await appendRecords(writer, FURTHER, 4_096)
  await writer.close()

  const keys = subjectKeysOf(dataDir)
  const { requestId } = outcome.context
  const written = await writeReceipt(await readLogOf(dataDir), keys, requestId, leafIndex)
  keys.close()
  removeFolders()
  const receipt = JSON.parse(JSON.stringify(written)) as Receipt
  expect(receipt.records[1]!.inclusionProof.length).toBeGreaterThan(16)
  expect(verifyReceipt(receipt, LOG_SIGNER, { person: CHEN })).toEqual({
    fault: null,
    requestId,
    size: 2 + FURTHER,
    proven: 'ANSWER',
  })
  for (const change of [
    { id: 'key-of-lin' },
    { name: { full: '陳美鈴' } },
    { birthDate: '1985-03-03' },
  ]) {
    const { fault } = verifyReceipt(receipt, LOG_SIGNER, { person: { ...CHEN, ...change } })
    expect(fault).toBe('the data are not those of the answer')
  }
})
