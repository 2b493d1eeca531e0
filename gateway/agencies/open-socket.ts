import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** Most that is read at once. */
const READ_BYTES = 64 * 1024

/**
 * Connects to where an agency answers. Every piece is read into the same bytes, which are `onPiece`'s until
 * it returns: new ones for each piece are 64 KiB to make and to collect, whatever comes.
 */
export function openSocket(url: URL, onPiece: (piece: Buffer) => void): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES)
  const callback = (length: number): boolean => {
    onPiece(buffer.subarray(0, length))
    return true
  }
  const onread = { buffer, callback }
  if (url.protocol === 'https:') {
    const port = Number(url.port || 443)
    const options = { host, port, servername: host, ALPNProtocols: ['http/1.1'], onread }
    return connectTls(options)
  }
  return connect({ host, port: Number(url.port || 80), onread })
}
