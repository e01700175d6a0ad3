import { connect, type Socket } from 'node:net'

/** Says whether there is a known virus in a file; throws if it can't say. */
export interface VirusScanner {
  scan(bytes: Uint8Array): Promise<'clean' | 'virus'>
}

/** Where clamd listens: a socket on this machine, or a host and a port. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number }

const atOnce = 64 * 1024
const patience = 20_000
const longestAnswer = 4_096

/** `/run/clamav/clamd.ctl` or `scanner:3310`; `null` if it is neither. */
export function readScannerAddress(text: string): ScannerAddress | null {
  if (text.startsWith('/')) return { path: text }
  const [, host, port] = /^(?:\[([0-9a-f:]+)\]|[\w.-]+):(\d{1,5})$/i.test(text)
    ? (/^\[?([^\]]+?)\]?:(\d+)$/.exec(text) ?? [])
    : []
  return host && port && Number(port) > 0 && Number(port) < 65_536 ? { host, port: Number(port) } : null
}

/**
 * Asks ClamAV, by the protocol of its daemon: INSTREAM, parts with their length before them, an empty one at the end
 * (clamd(8)). Only a plain OK is clean: no answer, half an answer or an error is none.
 */
export const clamdScanner = (address: ScannerAddress, withinMs = patience): VirusScanner => ({
  scan: (bytes) =>
    new Promise((resolve, reject) => {
      const socket = connect(address)
      let said = ''
      const fail = (why: string) => {
        socket.destroy()
        reject(new Error(why))
      }
      socket.setTimeout(withinMs, () => fail('The virus scanner did not answer in time.'))
      socket.once('error', (error) => fail(`The virus scanner can’t be reached: ${error.message}`))
      socket.on('data', (chunk) => {
        said += chunk.toString('latin1')
        if (said.length > longestAnswer) fail('The virus scanner says too much.')
      })
      socket.once('close', () => {
        const verdict = verdictIn(said)
        if (verdict) resolve(verdict)
        else reject(new Error('The virus scanner gave no verdict.'))
      })
      socket.once('connect', () => send(socket, bytes))
    }),
})

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += atOnce) {
    const part = bytes.subarray(at, at + atOnce)
    socket.write(lengthOf(part.length))
    socket.write(part)
  }
  socket.write(lengthOf(0))
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(length)
  return four
}

function verdictIn(said: string): 'clean' | 'virus' | null {
  if (said === 'stream: OK\0') return 'clean'
  return /^stream: [^\0]+ FOUND\0$/.test(said) ? 'virus' : null
}
