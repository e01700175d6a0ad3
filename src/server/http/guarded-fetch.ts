import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Reachable } from '../webhook/reachable.ts'

/** Asks one address and gives the answer, like `fetch` does; where it may not ask, it throws. */
export type GuardedFetch = (
  url: string,
  asked: {
    method?: string
    headers?: Record<string, string>
    body?: unknown
    signal?: AbortSignal | undefined
  },
) => Promise<Response>

const patience = 10_000
const mostBytes = 256 * 1024

/**
 * For addresses that an administrator typed: connects to the very address that was looked at and to none inside our own
 * walls, follows nothing, waits and reads no longer than it must.
 */
export const guardedFetch =
  (reachable: Reachable): GuardedFetch =>
  async (address, { method = 'GET', headers = {}, body, signal }) => {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const version = isIP(host)
    const found = version === 0 ? await lookup(host, { all: true }) : [{ address: host, family: version }]
    if (found.length === 0 || !found.every((one) => reachable(one.address)))
      throw new Error('not an address to ask')
    const pinned: LookupFunction = (_host, { all }, callback) =>
      all ? callback(null, found) : callback(null, found[0]?.address ?? '', found[0]?.family)
    const text = body === undefined || body === null ? undefined : String(body)
    return new Promise((resolve, reject) => {
      const { request } = url.protocol === 'https:' ? https : http
      const limit = AbortSignal.timeout(patience)
      const asked = request(
        url,
        {
          method,
          headers: text === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(text) },
          signal: signal ? AbortSignal.any([signal, limit]) : limit,
          agent: false,
          lookup: pinned,
        },
        (answer) => {
          const chunks: Buffer[] = []
          let size = 0
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size > mostBytes) answer.destroy(new Error('too long an answer'))
            else chunks.push(chunk)
          })
          answer.on('error', reject)
          answer.on('end', () => {
            const status = answer.statusCode ?? 502
            const type = answer.headers['content-type']
            resolve(
              new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), {
                status,
                headers: type ? { 'content-type': type } : {},
              }),
            )
          })
        },
      )
      asked.on('error', reject)
      asked.end(text)
    })
  }
