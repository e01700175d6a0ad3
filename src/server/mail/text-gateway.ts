import http from 'node:http'
import https from 'node:https'
import type { HandOverOutcome } from '#domain/message/after-sending.ts'
import { inPlainAlphabet } from '#domain/message/sms-parts.ts'
import type { Carrier, Mail } from './carrier.ts'

export interface TextSettings {
  /** Where `sendsms` answers, without name or password. */
  readonly url: string
  readonly user: string
  readonly password: string
  /** A number, or at most eleven letters and digits: what her phone shows first. */
  readonly from: string
  /** In all, from connecting to the first line of the answer; in milliseconds. */
  readonly patience?: number
}

const thisMachine = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host)
const asked =
  'The gateway for text messages needs an address like https://user:password@host/cgi-bin/sendsms, and a sender: a number or at most 11 letters and digits.'

/**
 * Reads `https://user:password@host/cgi-bin/sendsms`; `null` if there is no gateway. Throws on text that is neither,
 * without repeating it.
 */
export function readTextSettings(url: string | undefined, from: string | undefined): TextSettings | null {
  if (!url) return null
  const at = URL.parse(url)
  const secure = at?.protocol === 'https:' || (at?.protocol === 'http:' && thisMachine(at.hostname))
  if (!at || !secure || !at.username || !/^(\+?\d{3,15}|[A-Za-z0-9]{1,11})$/.test(from ?? ''))
    throw new Error(asked)
  const [user, password] = [decodeURIComponent(at.username), decodeURIComponent(at.password)]
  if (!/^[\x20-\x7e]*$/.test(user + password)) throw new Error(asked)
  at.username = ''
  at.password = ''
  return { url: at.href, user, password, from: from ?? '' }
}

const usualPatience = 20_000

/**
 * Hands text messages to a gateway over Kannel's `sendsms` interface (Kannel user guide, chapter "Using the SMS
 * gateway"), which other gateways and providers speak too. By POST, so that neither her number nor the words stand in
 * an address that servers on the way keep. Follows nothing and reads no answer but its status.
 */
export const textGateway = (settings: TextSettings): Carrier => ({
  sender: settings.from,
  async handOver(mail) {
    const progress = { begun: false }
    try {
      return outcomeOf(await post(settings, mail, progress))
    } catch {
      return progress.begun ? 'uncertain' : 'not-now'
    }
  },
})

/** The answer's status. `begun` from the moment at which something of the message may have gone over the line. */
const post = (
  { url, user, password, from, patience = usualPatience }: TextSettings,
  { id, to, text }: Mail,
  progress: { begun: boolean },
): Promise<number> =>
  new Promise((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http
    const body = Buffer.from(text, 'utf8')
    const sending = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'text/plain; charset=UTF-8',
          'content-length': body.length,
          'x-kannel-username': user,
          'x-kannel-password': password,
          'x-kannel-from': from,
          'x-kannel-to': to,
          'x-kannel-coding': inPlainAlphabet(text) ? '0' : '2',
          // Stands in the gateway's own log: by it a person finds out what became of it.
          'x-kannel-account': id,
        },
      },
      (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      },
    )
    sending.on('socket', (socket) =>
      socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
        progress.begun = true
      }),
    )
    sending.on('error', reject)
    sending.end(body)
  })

/**
 * Taken is taken. What is wrong with this very message it will never take. Where the gateway says that it did nothing (a
 * wrong password, no credit, too busy) it may go later. All else, whatever stands between us and it may have answered.
 */
function outcomeOf(status: number): HandOverOutcome {
  if (status >= 200 && status < 300) return 'accepted'
  if ([400, 413, 422].includes(status)) return 'rejected'
  if ((status >= 300 && status < 408) || [429, 503].includes(status)) return 'not-now'
  return 'uncertain'
}
