import { afterStep, answerIn, nextBatch } from '#domain/field-phone/phone-queue.ts'
import {
  dropKey,
  type Item,
  keepPack,
  letGo,
  type Phone,
  phoneHere,
  queued,
  setItem,
} from '#pages/field-phone/phone-store.ts'

/** What the line came to. `shut`: nobody is signed in; `not_hers`: somebody else is. */
export type Line = 'done' | 'no_line' | 'shut' | 'not_hers'

/** The phone's own clock, in milliseconds; it only ever tells how much time passed. */
export type Clock = () => number

interface Said {
  readonly status: number
  readonly json: Record<string, unknown> | null
}

/** Asks the server; `null` if there was no answer, or half of one. */
export async function ask(path: string, body: unknown): Promise<Said | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      body: new URLSearchParams({ body: JSON.stringify(body) }),
      redirect: 'manual',
    })
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, json: isJson ? await response.json() : null }
  } catch {
    return null
  }
}

/** One page at a time sends; where a browser can't say so, the server does each item once all the same. */
const alone = <Result>(work: () => Promise<Result>): Promise<Result> =>
  'locks' in navigator ? navigator.locks.request('naast-field', work) : work()

export const sendAll = (clock: Clock): Promise<Line> => alone(() => sendWaiting(clock))

async function sendWaiting(clock: Clock): Promise<Line> {
  const tried = new Set<string>()
  let most = Number.POSITIVE_INFINITY
  let came: Line = 'done'
  for (;;) {
    const waiting = (await queued()).filter(({ id }) => !tried.has(id))
    const phoneId = waiting[0]?.phoneId
    const batch = nextBatch(waiting.filter((item) => item.phoneId === phoneId)).slice(0, most)
    if (batch.length === 0 || !phoneId) return came
    for (const item of batch) await setItem({ ...item, state: 'sent' })
    const items = batch.map(({ id, box }) => ({ id, box }))
    const said = await ask('/field/send', { phoneId, phoneNow: clock(), items })
    if (!said || said.status === 0) return 'no_line'
    if (said.status === 401) return 'shut'
    // Something in this batch is too much for the server: the others go by themselves.
    if (said.status >= 500 && batch.length > 1) {
      most = 1
      continue
    }
    const results = (said.json?.results ?? []) as { id: string; said: string }[]
    for (const item of batch) {
      tried.add(item.id)
      if ((await settle(item, results.find(({ id }) => id === item.id)?.said)) === 'not_hers')
        came = 'not_hers'
    }
  }
}

async function settle(item: Item, said: unknown): Promise<string> {
  const answer = answerIn(said)
  const state = afterStep('sent', answer)
  if (state === 'gone') await letGo(item.id)
  else await setItem({ ...item, state, box: state === 'unkept' ? '' : item.box })
  return answer
}

/** Fetches what the phone may carry now; if it may carry nothing, it lets go of all it carried. */
export async function refresh(phone: Phone, clock: Clock): Promise<Line | 'wiped'> {
  const said = await ask('/field/pack', { phoneId: phone.id, phoneNow: clock() })
  if (!said || said.status === 0 || said.status >= 500) return 'no_line'
  if (said.status === 401) return stillCarries(phone)
  if (said.json?.carries === true) {
    // It may have changed while we asked.
    const now = (await phoneHere()) ?? phone
    await keepPack(now, JSON.stringify(said.json.visits), clock())
    return 'done'
  }
  await dropKey(true)
  return said.json?.carries === false ? 'wiped' : 'not_hers'
}

/** Nobody is signed in; whether it was wiped, a phone hears all the same. */
async function stillCarries(phone: Phone): Promise<'shut' | 'no_line' | 'wiped'> {
  const said = await ask(`/field/still/${phone.org}`, { id: phone.id, secret: phone.secret })
  if (!said?.json) return 'no_line'
  if (said.json.carries !== false) return 'shut'
  await dropKey(true)
  return 'wiped'
}
