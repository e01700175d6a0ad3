import { type OnThisPhone, onThisPhone } from '#pages/contact/on-this-phone.ts'

/**
 * Keeps a visit's draft on the server while it is typed: a second after the last key, and again until it worked. On a phone
 * that was made ready for where there is no signal it stands there too, under the phone's key, until the server has it;
 * on any other nothing is kept, and the page says so. Without this script the form has a button that does the same.
 */
const bar = document.querySelector<HTMLElement>('[data-draft]')
const form = bar?.closest('form')
if (bar && form) keep(bar, form)

function keep(bar: HTMLElement, form: HTMLFormElement): void {
  let timer = 0
  let typedSince = 0
  let saving = false
  let phone: OnThisPhone | null = null
  let here = false
  let keeping = Promise.resolve()
  const wait = { afterTyping: 1000, afterFailure: 8000 }

  const say = (text: string | undefined, kept: boolean) => {
    if (bar.textContent !== text) bar.textContent = text ?? ''
    bar.className = `naast-draft naast-draft--${kept ? 'kept' : 'open'}`
  }
  const later = (milliseconds: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(save, milliseconds)
  }

  async function save(): Promise<void> {
    if (saving || typedSince === 0) return
    saving = true
    const version = typedSince
    try {
      const answer = await send()
      if (answer === 'signed-out') say(bar.dataset.signedOut, false)
      else if (typedSince === version) {
        typedSince = 0
        say(`${bar.dataset.saved} ${answer}.`, true)
        onPhone(async (phone) => {
          if (typedSince === 0) await phone.drop()
        })
      }
    } catch {
      await keeping
      say(here ? bar.dataset.onPhone : bar.dataset.offline, false)
    }
    saving = false
    if (typedSince !== 0) later(typedSince === version ? wait.afterFailure : wait.afterTyping)
  }

  async function send(): Promise<string> {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    body.set('do', 'draft-quiet')
    const response = await fetch(location.pathname, { method: 'POST', body, keepalive: true })
    if (response.redirected || response.status === 401) return 'signed-out'
    if (!response.ok) throw new Error('not kept')
    const { savedAt } = (await response.json()) as { savedAt: string }
    return savedAt
  }

  /** One after the other; whatever this phone can't do, the server is asked all the same. */
  function onPhone(work: (phone: OnThisPhone) => Promise<void>): void {
    keeping = keeping.then(() => (phone ? work(phone) : undefined)).catch(() => undefined)
  }
  /** What she answered, without what the page itself put into the form. */
  function answers(): Record<string, string> {
    const all: Record<string, string[]> = {}
    for (const [name, value] of new FormData(form)) {
      const hidden = form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.type === 'hidden'
      if (!hidden && typeof value === 'string' && value.trim()) all[name] = [...(all[name] ?? []), value]
    }
    return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values.join(',')]))
  }

  const { form: kind, subject } = bar.dataset
  if (subject && (kind === 'contact-log' || kind === 'contact-extra'))
    void onThisPhone({ form: kind, subjectId: subject }, Date.now).then(async (found) => {
      phone = found
      // What a page left behind stands beside the rest on the server now: both are shown, if she hasn't begun.
      if ((await found?.handOverOld()) && typedSince === 0) return location.reload()
      if (typedSince !== 0) keepHere()
    })
  const keepHere = () =>
    onPhone(async (phone) => {
      if (typedSince !== 0) here = await phone.keep(answers())
    })

  form.addEventListener('input', () => {
    typedSince += 1
    say(bar.dataset.unsaved, false)
    keepHere()
    later(wait.afterTyping)
  })
  window.addEventListener('online', save)
  // The phone goes into a pocket: save now, not in a second.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
  form.addEventListener('submit', (event) => {
    window.clearTimeout(timer)
    if (!phone || form.dataset.sure) {
      typedSince = 0
      return
    }
    // First the words are safe, then the page may go: with no connection she stays where she is.
    event.preventDefault()
    const button = event.submitter
    void send().then(
      async (answer) => {
        typedSince = 0
        await keeping
        // Signed out meanwhile: what she typed comes back in the next page, and stands here until then.
        if (answer !== 'signed-out') await phone?.drop()
        form.dataset.sure = 'yes'
        form.requestSubmit(button)
      },
      async (error) => {
        // The server said no: it says why on the page itself.
        if (!(error instanceof TypeError)) {
          form.dataset.sure = 'yes'
          return form.requestSubmit(button)
        }
        typedSince += 1
        keepHere()
        await keeping
        say(here ? bar.dataset.onPhone : bar.dataset.offline, false)
        later(wait.afterFailure)
      },
    )
  })
}
