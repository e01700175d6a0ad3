import { sendAll } from '#pages/field-phone/phone-line.ts'
import { dropKey, phoneHere, queued, unkept } from '#pages/field-phone/phone-store.ts'

/**
 * On every page of who visits women: how many visits stand on this phone only. Sends them as soon as it can, and on signing
 * out lets go of the key of all that the phone carries, but not of what isn't safe yet.
 */
const bar = document.querySelector<HTMLElement>('[data-not-safe]')
if (bar) void begin(bar)

/** Only where a phone was got ready: nobody else's browser is asked to keep anything. */
async function isUsed(): Promise<boolean> {
  if (!('indexedDB' in window)) return false
  if (!indexedDB.databases) return true
  return (await indexedDB.databases()).some(({ name }) => name === 'naast-field')
}

async function begin(bar: HTMLElement): Promise<void> {
  if (!(await isUsed())) return
  const draw = async (): Promise<number> => {
    const waiting = (await queued()).length
    const text = bar.querySelector('span')
    const lost = (await unkept()).length
    const said = waiting > 0 ? bar.dataset.notSafe : bar.dataset.unkept
    if (text) text.textContent = (said ?? '').replace('#', String(waiting || lost))
    bar.hidden = waiting === 0 && lost === 0
    return waiting
  }
  const send = async (): Promise<void> => {
    if ((await draw()) === 0) return
    await sendAll(Date.now)
    await draw()
  }
  for (const out of document.querySelectorAll<HTMLFormElement>(
    'form[action="/sign-out"], form[action="/account/sign-out-everywhere"]',
  ))
    out.addEventListener('submit', (event) => {
      if (out.dataset.ready) return
      event.preventDefault()
      void leave(out)
    })
  async function leave(out: HTMLFormElement): Promise<void> {
    if ((await queued()).length > 0) await sendAll(Date.now)
    const waiting = await draw()
    const asked = (bar.dataset.leave ?? '').replace('#', String(waiting))
    if (waiting > 0 && !window.confirm(asked)) return
    if (await phoneHere()) await dropKey(false)
    // Our own storage holds boxes only now; the server leaves it, so that they can still be sent.
    const keep = document.createElement('input')
    Object.assign(keep, { type: 'hidden', name: 'keep', value: 'yes' })
    out.append(keep)
    out.dataset.ready = 'yes'
    out.requestSubmit()
  }
  window.addEventListener('online', () => void send())
  window.setInterval(() => void send(), 60_000)
  await send()
}
