import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { clamdScanner, readScannerAddress, type ScannerAddress } from './clamd.ts'

const servers: Server[] = []
const folders: string[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** What clamd does with INSTREAM: takes parts until an empty one, looks at them, says one line and hangs up. */
function daemon(answer: (bytes: Buffer) => string | null) {
  return (socket: Socket) => {
    let came = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      came = Buffer.concat([came, chunk])
      const command = came.indexOf(0)
      if (command === -1) return
      if (came.subarray(0, command).toString() !== 'zINSTREAM') {
        socket.end('UNKNOWN COMMAND\0')
        return
      }
      const parts: Buffer[] = []
      for (let at = command + 1; at + 4 <= came.length; ) {
        const length = came.readUInt32BE(at)
        if (length === 0) {
          const said = answer(Buffer.concat(parts))
          if (said === null) socket.destroy()
          else socket.end(said)
          return
        }
        if (at + 4 + length > came.length) return
        parts.push(came.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  }
}
const listening = (handler: (socket: Socket) => void, where: 'path' | 'port'): Promise<ScannerAddress> =>
  new Promise((resolve) => {
    const server = createServer(handler)
    servers.push(server)
    if (where === 'port')
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        if (typeof address === 'object' && address) resolve({ host: '127.0.0.1', port: address.port })
      })
    else {
      const folder = mkdtempSync(path.join(tmpdir(), 'naast-clamd-'))
      folders.push(folder)
      const socket = path.join(folder, 'clamd.ctl')
      server.listen(socket, () => resolve({ path: socket }))
    }
  })

// The file that every scanner knows and that does nothing, in two parts so that none stops these sources for it.
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`
const honest = daemon((bytes) =>
  bytes.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0',
)

describe.each(['path', 'port'] as const)('a daemon at a %s', (where) => {
  test('gets the whole file and says what it is', async () => {
    const scanner = clamdScanner(await listening(honest, where))
    const large = Buffer.alloc(1_000_000, 'x')
    expect(await scanner.scan(large)).toBe('clean')
    expect(await scanner.scan(Buffer.concat([large, Buffer.from(eicar), large]))).toBe('virus')
    expect(await scanner.scan(Buffer.alloc(0))).toBe('clean')
  })
})

describe('nothing else counts as clean', () => {
  test.each([
    ['no answer', daemon(() => null)],
    ['an empty one', daemon(() => '')],
    ['half a one', daemon(() => 'stream: O')],
    ['an error', daemon(() => 'INSTREAM size limit exceeded. ERROR\0')],
    ['a clean one with something behind it', daemon(() => 'stream: OK\0stream: X FOUND\0')],
    ['one without an end', daemon(() => 'x'.repeat(10_000))],
    ['hanging up at once', (socket: Socket) => socket.destroy()],
  ])('%s', async (_, handler) => {
    await expect(clamdScanner(await listening(handler, 'port')).scan(Buffer.from('x'))).rejects.toThrow()
  })
  test('silence', async () => {
    const scanner = clamdScanner(await listening(() => undefined, 'port'), 100)
    await expect(scanner.scan(Buffer.from('x'))).rejects.toThrow('in time')
  })
  test('nobody there', async () => {
    const address = await listening(honest, 'port')
    await new Promise((done) => servers.splice(0)[0]?.close(done))
    await expect(clamdScanner(address).scan(Buffer.from('x'))).rejects.toThrow('reached')
  })
})

test.each([
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['scanner.example:3310', { host: 'scanner.example', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['scanner', null],
  ['scanner:0', null],
  ['scanner:70000', null],
  ['a b:3310', null],
])('%s is an address: %o', (text, address) => {
  expect(readScannerAddress(text)).toEqual(address)
})
