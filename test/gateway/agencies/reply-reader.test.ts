import fc from 'fast-check'
import { ReplyReader, type ReadReply } from '../../../gateway/agencies/reply-reader.ts'

describe('a reply', () => {
  const body = fc.string({ unit: 'grapheme', maxLength: 200 })
  const cuts = fc.array(fc.nat(), { maxLength: 8 })

  it('is the same in whatever pieces it comes, alone or with others after it', () => {
    fc.assert(
      fc.property(
        fc.array(body, { minLength: 1, maxLength: 4 }),
        cuts,
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 40 })),
        (texts, at, isChunked, sizes) => {
          const whole = Buffer.concat(
            texts.map((text) =>
              isChunked ? chunked(Buffer.from(text), sizes) : plain(Buffer.from(text)),
            ),
          )
          const reader = new ReplyReader()
          const edges = [...new Set([0, ...at.map((cut) => cut % whole.length), whole.length])]
          const sorted = edges.toSorted((one, other) => one - other)
          const replies = sorted.slice(1).flatMap((edge, index) => {
            const piece = Buffer.from(whole.subarray(sorted[index], edge))
            reader.take(piece)
            const read = [...repliesIn(reader)]
            // the next piece is read into the same bytes
            piece.fill(0)
            return read
          })
          expect(replies).toHaveLength(texts.length)
          for (const [index, text] of texts.entries()) {
            const told = { status: 200, contentType: 'application/json', body: text }
            expect(replies[index]).toMatchObject(told)
          }
          expect(reader.isEmpty).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('without a length ends with its connection, and none follows on it', () => {
    const reader = new ReplyReader()
    for (const piece of ['HTTP/1.1 200 OK\r\n\r\n{"a":', '1}']) {
      reader.take(Buffer.from(piece))
      expect(reader.next()).toBeUndefined()
    }
    expect(reader.end()).toMatchObject({ body: '{"a":1}', keptMs: 0 })
  })
})

function* repliesIn(reader: ReplyReader): Generator<ReadReply> {
  for (let reply = reader.next(); reply; reply = reader.next()) yield reply
}

function plain(bytes: Buffer): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}

function chunked(bytes: Buffer, sizes: readonly number[]): Buffer {
  const parts: Buffer[] = [
    Buffer.from(
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    ),
  ]
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const piece = bytes.subarray(at, at + (sizes[index] ?? 50))
    parts.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'))
    at += piece.length
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}
