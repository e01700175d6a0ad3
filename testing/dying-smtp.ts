import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** The moments of one conversation, in their order. At `taken` the whole message, its final dot included, has come in. */
export const smtpMoments = [
  'connected',
  'greeted',
  'hello',
  'from',
  'to',
  'data',
  'go-ahead',
  'half-way',
  'taken',
  'told',
] as const
export type SmtpMoment = (typeof smtpMoments)[number]

/** What becomes of the server at that moment: the line breaks, nothing more is heard, or it says this. */
export type SmtpEnd = 'breaks' | 'silent' | `${number} ${string}` | (() => void)

export interface SmtpFault {
  readonly moment: SmtpMoment
  readonly how: SmtpEnd
}

export interface DyingSmtp {
  readonly port: number
  /** Message-IDs of whole messages that came in, whether it said so or not: what may have been delivered. */
  readonly received: readonly string[]
  /** From now on; `null` to be in good health. */
  ends(at: SmtpFault | null): void
  close(): Promise<void>
}

/**
 * A mail server that comes to an end at any moment of the conversation that it is told to. `each` says anew for every
 * conversation how that one ends.
 */
export async function openDyingSmtp(each?: () => SmtpFault | null): Promise<DyingSmtp> {
  const received: string[] = []
  let end: SmtpFault | null = null
  const sockets = new Set<Socket>()

  const server = createServer((socket) => {
    if (each) end = each()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.setEncoding('utf8')
    let silent = false
    /** Says it, unless it comes to its end here. A function is called, and the conversation goes on. */
    const at = (moment: SmtpMoment, say: string | null): boolean => {
      if (end?.moment === moment && typeof end.how === 'function') {
        end.how()
        end = null
      }
      const how = end?.moment === moment ? end.how : null
      if (how === 'breaks') socket.destroy()
      else if (how === 'silent') silent = true
      else if (typeof how === 'string') socket.write(`${how}\r\n`)
      else {
        if (say !== null) socket.write(`${say}\r\n`)
        return true
      }
      return false
    }
    if (!at('connected', '220 post ESMTP') || !at('greeted', null)) return
    let body: string | null = null
    let line = ''
    socket.on('data', (chunk: string) => {
      if (silent) return
      if (body !== null) {
        if (body === '' && !at('half-way', null)) return
        body += chunk
        if (!body.endsWith('\r\n.\r\n')) return
        // What it says no to in so many words it does not have.
        const refuses =
          end?.moment === 'taken' &&
          typeof end.how === 'string' &&
          end.how !== 'breaks' &&
          end.how !== 'silent'
        if (!refuses) received.push(/^Message-ID: (.*)$/im.exec(body)?.[1] ?? '')
        body = null
        if (at('taken', '250 taken')) at('told', null)
        return
      }
      line += chunk
      for (let ends = line.indexOf('\r\n'); ends >= 0; ends = line.indexOf('\r\n')) {
        const command = line.slice(0, ends)
        line = line.slice(ends + 2)
        if (/^(EHLO|HELO)/i.test(command)) at('hello', '250 post')
        else if (/^MAIL/i.test(command)) at('from', '250 ok')
        else if (/^RCPT/i.test(command)) at('to', '250 ok')
        else if (/^DATA/i.test(command)) {
          if (at('data', '354 go ahead') && at('go-ahead', null)) body = ''
        } else if (/^QUIT/i.test(command)) socket.end('221 bye\r\n')
        else socket.write('502 no\r\n')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    received,
    ends: (next) => {
      end = next
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
