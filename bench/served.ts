import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type pg from 'pg'

/** What the measured process opens. */
export interface Opening {
  readonly login: pg.PoolConfig
  readonly auth: pg.PoolConfig
  readonly rootKey: { readonly id: string; readonly key: string }
  readonly authSecret: string
  readonly orgId: string
  /** Whom the floor writes down as the reader. */
  readonly memberId: string
  readonly port: number
}
export type Asked = { ask: 'open'; opening: Opening } | { ask: 'memory' }
export type Told = { tell: 'open' } | { tell: 'memory'; bytes: number }

/** Naast and the floor in a process of their own, signed in to as the coordinator. */
export interface Served {
  readonly url: string
  readonly cookie: string
  /** Resident memory of that process, in bytes. */
  memory(): Promise<number>
  stop(): Promise<void>
}

export async function serveApart(opening: Opening, execArgv: readonly string[] = []): Promise<Served> {
  // Out of reach of Ctrl-C in the terminal: it ends when the process that measures lets go of it.
  const child = fork(new URL('./server/server.js', import.meta.url), [], {
    // What `npm start` gives it.
    execArgv: [...JSON.parse(readFileSync('tools/server-flags.json', 'utf8')), ...execArgv],
    detached: true,
  })
  const url = `http://localhost:${opening.port}`
  await ask(child, { ask: 'open', opening })
  return {
    url,
    cookie: await signIn(url, opening.memberId),
    async memory() {
      const told = await ask(child, { ask: 'memory' })
      return told.tell === 'memory' ? told.bytes : 0
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.disconnect()
      }),
  }
}

const ask = (child: ChildProcess, asked: Asked): Promise<Told> =>
  new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`the server ended with code ${code}`))
    child.once('exit', gone)
    child.once('message', (told: Told) => {
      child.off('exit', gone)
      resolve(told)
    })
    child.send(asked)
  })

/** One click on the demo's sign-in page. */
async function signIn(url: string, memberId: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ member: memberId }),
  })
  const cookies = answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
  if (cookies.length === 0) throw new Error(`could not sign in: ${answer.status}`)
  return cookies.join('; ')
}
