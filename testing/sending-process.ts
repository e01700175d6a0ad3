import { contextBeside } from '#server/context-beside.ts'
import { sendDueMessages } from '#server/mail/outbox.ts'
import { smtpMailer } from '#server/mail/smtp.ts'
import { openDatabase, openPool } from '#server/postgres/pool.ts'

/** A process of its own that sends what is due, once, so that it can be killed in the middle of it. */
const asked = JSON.parse(process.env.NAAST_SENDING ?? '{}') as {
  login: Parameters<typeof openPool>[0]
  rootKey: { id: string; key: string }
  orgId: string
  now: string
  port: number
  from: string
}
const rootKey = { id: asked.rootKey.id, key: Buffer.from(asked.rootKey.key, 'base64') }
const now = () => Temporal.Instant.from(asked.now)
const db = openDatabase(openPool({ ...asked.login, max: 2 }))
const context = contextBeside(db, rootKey, 'sending', now)
await sendDueMessages({
  organisations: async () => [asked.orgId],
  context: () => context,
  carriers: {
    email: smtpMailer({
      host: '127.0.0.1',
      port: asked.port,
      secure: false,
      user: null,
      password: null,
      from: asked.from,
    }),
  },
})
await db.destroy()
