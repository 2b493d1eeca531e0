import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** What every connection reads into, a piece at a time. */
const READ_BUFFER = Buffer.allocUnsafeSlow(64 * 1024)

/**
 * Connects to where an agency answers. Every piece of every connection is read into the same bytes, which are
 * `onPiece`'s until it returns: bytes of its own are 64 KiB for each piece to make and to collect, whatever
 * comes, or for each connection to keep.
 */
export function openSocket(url: URL, onPiece: (piece: Buffer) => void): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const callback = (length: number): boolean => {
    onPiece(READ_BUFFER.subarray(0, length))
    return true
  }
  const onread = { buffer: READ_BUFFER, callback }
  if (url.protocol === 'https:') {
    const port = Number(url.port || 443)
    const options = { host, port, servername: host, ALPNProtocols: ['http/1.1'], onread }
    return connectTls(options)
  }
  return connect({ host, port: Number(url.port || 80), onread })
}
