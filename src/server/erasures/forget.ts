import { setTimeout as sleepFor } from 'node:timers/promises'
import pg from 'pg'
import { erasedChannel } from '#db/data-key.ts'

interface Options {
  readonly login: pg.ClientConfig
  /** Drops whatever this process has in memory of this owner. */
  readonly forget: (orgId: string, ownerId: string) => void
  readonly trouble: (error: unknown) => void
}

const againMs = 5_000

/**
 * Hears from the database whose key was destroyed, by whichever process, and forgets her. A connection that breaks is
 * made anew; what was missed meanwhile is never served, as every key is held against its row.
 */
export function listenForErased({ login, forget, trouble }: Options): {
  ready: Promise<void>
  stop(): Promise<void>
} {
  const stopping = new AbortController()
  let current: pg.Client | null = null
  const heard = Promise.withResolvers<void>()
  const run = async () => {
    while (!stopping.signal.aborted) {
      const client = new pg.Client({ ...login, application_name: 'naast erasures' })
      const ended = Promise.withResolvers<void>()
      client.on('notification', ({ payload }) => {
        const [orgId, ownerId] = (payload ?? '').split(' ')
        if (orgId && ownerId) forget(orgId, ownerId)
      })
      client.on('error', (error) => {
        if (!stopping.signal.aborted) trouble(error)
        ended.resolve()
      })
      client.on('end', () => ended.resolve())
      try {
        current = client
        await client.connect()
        // Asked to stop while it was being made: ending it then had nothing to end yet.
        if (stopping.signal.aborted) await client.end()
        else await client.query(`listen ${erasedChannel}`)
        heard.resolve()
        await ended.promise
      } catch (error) {
        if (!stopping.signal.aborted) trouble(error)
      }
      current = null
      if (!stopping.signal.aborted)
        await sleepFor(againMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }
  const over = run()
  return {
    ready: heard.promise,
    async stop() {
      stopping.abort()
      await current?.end().catch(() => undefined)
      await over
    },
  }
}
