import { Agent, request } from 'node:http'

export interface Load {
  /** Pages answered in a second. */
  readonly perSecond: number
  /** Milliseconds by which half, 95 and 99 of 100 pages were there. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly pages: number
}

/** One page to ask for; with a `form` it is sent as one. */
export interface Ask {
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
}

interface Options {
  /** How often a page is asked for in all. */
  readonly pages: number
  /** By so many people at once, each asking for the next as soon as one is there. */
  readonly atOnce: number
  readonly cookie: string
}

/** Asks for pages over and over until so many have been answered. Throws if one is not a page. */
export async function load(
  url: string,
  next: (at: number) => Ask,
  { pages, atOnce, cookie }: Options,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let asked = 0
  const began = performance.now()
  const somebody = async () => {
    while (asked < pages) {
      const one = next(asked)
      asked += 1
      const from = performance.now()
      const { status } = await ask(agent, url, one, cookie)
      times.push(performance.now() - from)
      if (status !== 200) throw new Error(`${one.path} answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, somebody))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { perSecond: pages / seconds, ...percentiles(times), pages }
}

export function percentiles(times: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export const median = (values: readonly number[]): number => percentiles(values).p50

/** One page with its body, to look at what is in it. */
export const read = (url: string, one: Ask, cookie: string) => ask(new Agent(), url, one, cookie)

function ask(agent: Agent, url: string, { path, form }: Ask, cookie: string) {
  const body = form && new URLSearchParams(form).toString()
  const headers = {
    cookie,
    ...(body === undefined
      ? {}
      : {
          origin: url,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        }),
  }
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request(new URL(path, url), { agent, headers, method: form ? 'POST' : 'GET' }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
