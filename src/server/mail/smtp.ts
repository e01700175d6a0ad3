import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { HandOverOutcome } from '#domain/message/after-sending.ts'
import type { Carrier, Mail } from './carrier.ts'

export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise STARTTLS, which is demanded of every host but this machine. */
  readonly secure: boolean
  readonly user: string | null
  readonly password: string | null
  /** A neutral address without a name: it is what a stranger sees first. */
  readonly from: string
  /** Longest silence from the server, in milliseconds. */
  readonly patience?: number
}

/**
 * Reads `smtp://user:password@host:587` or `smtps://…`; `null` if there is no mail server. Throws on text that is
 * neither, as a message that can't leave must not look as if it could.
 */
export function readMailSettings(url: string | undefined, from: string | undefined): MailSettings | null {
  if (!url) return null
  const at = URL.parse(url)
  if (!at || !/^smtps?:$/.test(at.protocol) || !at.hostname || !from?.includes('@'))
    throw new Error('The mail server needs an address like smtp://user:password@host:587, and a sender.')
  const secure = at.protocol === 'smtps:'
  return {
    host: at.hostname,
    port: Number(at.port) || (secure ? 465 : 587),
    secure,
    user: decodeURIComponent(at.username) || null,
    password: decodeURIComponent(at.password) || null,
    from,
  }
}

const thisMachine = (host: string) => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host)

/** Hands one mail to the server and tells what is certain about it. Never throws, never tries twice. */
export const smtpMailer = (settings: MailSettings): Carrier => ({
  sender: settings.from,
  async handOver(mail) {
    const message = await compose(settings, mail)
    const patience = settings.patience ?? 30_000
    const connection = new SMTPConnection({
      host: settings.host,
      port: settings.port,
      secure: settings.secure,
      requireTLS: !settings.secure && !thisMachine(settings.host),
      ignoreTLS: thisMachine(settings.host),
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    })
    let begun = false
    const body = Readable.from(
      (async function* () {
        begun = true
        yield message
      })(),
    )
    try {
      await converse(connection, settings, { from: settings.from, to: [mail.to] }, body)
      connection.quit()
      return 'accepted'
    } catch (error) {
      connection.close()
      return outcomeOf(error, begun)
    }
  },
})

function compose(settings: MailSettings, mail: Mail): Promise<Buffer> {
  const domain = settings.from.split('@').at(-1)
  return new MailComposer({
    from: settings.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
    .compile()
    .build()
}

/** Everything up to the server's own answer to the whole message; an error at any moment ends it. */
const converse = (
  connection: SMTPConnection,
  { user, password }: MailSettings,
  envelope: { from: string; to: string[] },
  body: Readable,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const next = (then: () => void) => (error?: Error | null) => (error ? reject(error) : then())
    const send = () => connection.send(envelope, body, next(resolve))
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('the line fell silent')))
    connection.connect(
      next(() => (user === null ? send() : connection.login({ user, pass: password ?? '' }, next(send)))),
    )
  })

interface SmtpError extends Error {
  readonly responseCode?: number
  readonly command?: string
}

/**
 * A refusal in the server's own words is certain. A silence before the first byte of the message went in is certain
 * too; after it nothing is. A wrong password or a broken line says nothing about the message: it may go later.
 */
function outcomeOf(error: unknown, begun: boolean): HandOverOutcome {
  const { responseCode: code, command } = error as SmtpError
  const aboutMessage = /^(MAIL FROM|RCPT TO|DATA)$/.test(command ?? '')
  if (code !== undefined && code >= 500 && aboutMessage) return 'rejected'
  if (code !== undefined && code >= 400 && (aboutMessage || !begun)) return 'not-now'
  return begun ? 'uncertain' : 'not-now'
}
