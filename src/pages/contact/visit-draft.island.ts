/**
 * Keeps a visit's draft on the server while it is typed: a second after the last key, and again until it worked.
 * Nothing is kept on the phone. Without this script the form has a button that does the same.
 */
const bar = document.querySelector<HTMLElement>('[data-draft]')
const form = bar?.closest('form')
if (bar && form) keep(bar, form)

function keep(bar: HTMLElement, form: HTMLFormElement): void {
  let timer = 0
  let typedSince = 0
  let saving = false
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
      }
    } catch {
      say(bar.dataset.offline, false)
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

  form.addEventListener('input', () => {
    typedSince += 1
    say(bar.dataset.unsaved, false)
    later(wait.afterTyping)
  })
  window.addEventListener('online', save)
  // The phone goes into a pocket: save now, not in a second.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
  form.addEventListener('submit', () => {
    window.clearTimeout(timer)
    typedSince = 0
  })
}
