import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What came in, whole. */
export interface TextReceived {
  readonly to: string
  readonly from: string
  readonly id: string
  readonly coding: string
  readonly text: string
  /** What stood in the first line: where a number must never stand. */
  readonly line: string
}

/** What the gateway does with the next one: answer with a status, or die at some moment. */
export type GatewayMood =
  | number
  | 'closes-at-once'
  | 'closes-in-the-middle'
  | 'takes-and-closes'
  | 'takes-and-is-silent'
  | 'half-a-line'

export interface TestGateway {
  readonly port: number
  readonly received: readonly TextReceived[]
  mood: GatewayMood
  close(): Promise<void>
}

/** A gateway for text messages as Kannel is one, that dies when it is told to; `each` says so anew for every message. */
export async function openTestGateway(
  account = { user: 'naast', password: 'geheim' },
  each?: () => GatewayMood,
): Promise<TestGateway> {
  const received: TextReceived[] = []
  const header = (request: IncomingMessage, name: string) => String(request.headers[`x-kannel-${name}`] ?? '')
  const server = createServer((request, response) => {
    const { mood } = gateway
    if (mood === 'closes-in-the-middle') return void request.socket.destroy()
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      text += chunk
    })
    request.on('error', () => undefined)
    request.on('end', () => {
      const known =
        header(request, 'username') === account.user && header(request, 'password') === account.password
      if (!known) return void response.writeHead(403).end('Authorization failed for sendsms')
      if (typeof mood === 'number' && mood >= 300)
        return void response
          .writeHead(mood, { location: '/elsewhere' })
          .end('Temporal failure, try again later.')
      received.push({
        to: header(request, 'to'),
        from: header(request, 'from'),
        id: header(request, 'account'),
        coding: header(request, 'coding'),
        text,
        line: `${request.method} ${request.url}`,
      })
      if (mood === 'takes-and-closes') return void request.socket.destroy()
      if (mood === 'takes-and-is-silent') return
      if (mood === 'half-a-line') return void request.socket.end('HTTP/1.1 20')
      response.writeHead(typeof mood === 'number' ? mood : 202).end('0: Accepted for delivery')
    })
  })
  server.on('connection', (socket) => {
    if (each) gateway.mood = each()
    if (gateway.mood === 'closes-at-once') socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const gateway: TestGateway = {
    port: (server.address() as AddressInfo).port,
    received,
    mood: 202,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return gateway
}
