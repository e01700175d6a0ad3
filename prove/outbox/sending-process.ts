import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { HandOverOutcome } from '#domain/message/after-sending.ts'
import { contextBeside } from '#server/context-beside.ts'
import type { Carrier } from '#server/mail/carrier.ts'
import { sendDueMessages } from '#server/mail/outbox.ts'
import { smtpMailer } from '#server/mail/smtp.ts'
import { textGateway } from '#server/mail/text-gateway.ts'
import { openDatabase, openPool } from '#server/postgres/pool.ts'
import type { OwnPoint, Round, Sending } from './sending.ts'

/**
 * A process of its own that sends what is due, as Naast does, whenever it is told what time it is; and that kills
 * itself where it was asked to.
 */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const asked: Sending = JSON.parse((await lines.next()).value ?? '')
const patience = 1_000
let now = Temporal.Instant.from('2026-11-03T08:00:00Z')
const db = openDatabase(openPool({ ...asked.login, max: 2 }))
const rootKey = { id: asked.rootKey.id, key: Buffer.from(asked.rootKey.key, 'base64') }
const real = contextBeside(db, rootKey, 'sending', () => now)

let handed = 0
function passes(point: OwnPoint): void {
  if (asked.dies?.point === point && handed >= asked.dies.after) process.kill(process.pid, 'SIGKILL')
}

/** What the sender is at, from the order in which it asks for a context: it counts, it takes, it settles. */
const after = {
  idle: 'counting',
  counting: 'taking',
  taking: 'counting',
  handing: 'settling',
  settling: 'counting',
} as const
let at: keyof typeof after = 'idle'
function context() {
  if (at === 'settling') passes('settled')
  at = after[at]
  if (at === 'taking') passes('asked')
  return {
    ...real,
    // Asked for in the middle of a transaction, when something in it was written.
    newId: () => {
      if (at === 'taking' || at === 'settling') passes(at)
      return real.newId()
    },
  }
}

const believed = (outcome: HandOverOutcome): HandOverOutcome => {
  if (asked.leftOut === 'doubt is doubt' && outcome === 'uncertain') return 'not-now'
  return asked.leftOut === 'believing only what was said' ? 'accepted' : outcome
}
const dying = ({ sender, handOver }: Carrier): Carrier => ({
  sender,
  async handOver(mail) {
    at = 'handing'
    passes('taken')
    const outcome = await handOver(mail)
    handed += 1
    passes('handed')
    return believed(outcome)
  },
})
const carriers = {
  email: dying(
    smtpMailer({
      host: '127.0.0.1',
      port: asked.mail.port,
      secure: false,
      user: null,
      password: null,
      from: asked.mail.from,
      patience,
    }),
  ),
  text: dying(
    textGateway({
      url: `http://127.0.0.1:${asked.text.port}/sendsms`,
      user: 'naast',
      password: 'geheim',
      from: asked.text.from,
      patience,
    }),
  ),
}

for await (const line of lines) {
  const round: Round = JSON.parse(line)
  now = Temporal.Instant.from(round.now)
  if (asked.leftOut === 'the clock') now = now.subtract({ hours: 3 })
  at = 'idle'
  await sendDueMessages({ organisations: async () => [asked.orgId], context, carriers })
  writeSync(1, `${JSON.stringify(round)}\n`)
}
process.exit(0)
