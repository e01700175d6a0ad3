import { askPage } from '#pages/look/ask-page.ts'

/**
 * The matching meeting without waiting for whole pages. The server draws everything, here it is only fetched: a change
 * is shown where one was, a price before one chooses, and everybody for one woman within her row. Whatever goes
 * wrong, the form or link does what it does without script.
 */
const live = document.createElement('p')
live.className = 'naast-visually-hidden'
live.setAttribute('role', 'status')
document.body.append(live)

const meeting = (): HTMLElement | null => document.querySelector('[data-meeting]')
const failed = (): string => meeting()?.dataset.failed ?? ''

/** Let through as it is: the browser goes to its answer. */
let throughForm: HTMLFormElement | null = null

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event
  if (!(form instanceof HTMLFormElement) || !('live' in form.dataset) || form === throughForm) return
  event.preventDefault()
  const button = submitter instanceof HTMLButtonElement ? submitter : null
  if (button && 'whatIf' in button.dataset) void price(form, button)
  else void change(form, button)
})

async function post(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<Document> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, button))
    if (typeof value === 'string') body.append(name, value)
  // Its page may stand within another one here.
  body.set('back', location.pathname + location.search)
  const address = button?.getAttribute('formaction') ?? form.getAttribute('action') ?? ''
  return (await askPage(address, body)).page
}

let busy = false
async function change(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  if (busy) return
  busy = true
  const from =
    form.closest('li')?.querySelector<HTMLElement>('[data-inline]')?.id ?? document.activeElement?.id
  try {
    const page = await post(form, button)
    const next = page.querySelector<HTMLElement>('[data-meeting]')
    const wrong = page.querySelector('#problem a')
    if (wrong) say(form, wrong.textContent ?? '')
    else if (next) show(next, page.title, from ?? '')
    else through(form, button)
  } catch {
    live.textContent = failed()
  }
  busy = false
}

/** A field is wrong: said where she is, and nothing else moves. */
function say(form: HTMLFormElement, words: string): void {
  const place = form.querySelector<HTMLElement>('[data-price]')
  if (place) place.textContent = words
  form.querySelector<HTMLElement>('select, input[type=number]')?.focus()
}

/** The key of the form makes sure that it isn't done twice. */
function through(form: HTMLFormElement, button: HTMLButtonElement | null): void {
  throughForm = form
  form.requestSubmit(button)
}

function show(next: HTMLElement, title: string, from: string): void {
  const now = meeting()
  const open = [...(now?.querySelectorAll<HTMLDetailsElement>('details[open][id]') ?? [])].map(({ id }) => id)
  now?.replaceWith(next)
  document.title = title
  for (const id of open) document.getElementById(id)?.setAttribute('open', '')
  const problem = document.getElementById('problem')
  const to = problem ?? (from ? document.getElementById(from) : null) ?? next.querySelector<HTMLElement>('h1')
  if (to?.tagName === 'H1') to.tabIndex = -1
  to?.focus({ preventScroll: to !== problem })
  live.textContent = problem
    ? ''
    : (next.querySelector('[data-said]')?.textContent ?? next.dataset.done ?? '')
}

const asked = new WeakMap<HTMLFormElement, number>()

/** What it would do, in the form itself; an answer that comes too late is dropped. */
async function price(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const place = form.querySelector<HTMLElement>('[data-price]')
  if (!place) return through(form, button)
  const turn = (asked.get(form) ?? 0) + 1
  asked.set(form, turn)
  place.textContent = meeting()?.dataset.asking ?? ''
  try {
    const answer = (await post(form, button)).querySelector('[data-answer]')
    if (asked.get(form) !== turn) return
    if (answer) place.replaceChildren(...answer.childNodes)
    else through(form, button)
  } catch {
    place.textContent = failed()
  }
}

let timer = 0
document.addEventListener('input', ({ target }) => {
  const form = target instanceof Element ? target.closest('form') : null
  const button = form?.querySelector<HTMLButtonElement>('[data-what-if]')
  // Where a form holds more than one change, it isn't known yet which.
  if (!form || !button || button.name === 'kind') return
  clearTimeout(timer)
  timer = window.setTimeout(() => void price(form, button), 400)
})

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-inline]') : null
  const row = link?.closest('li')
  if (!link || !row || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  const there = row.querySelector('[data-panel]')
  link.setAttribute('aria-expanded', String(!there))
  if (there) there.remove()
  else void unfold(link, row)
})

async function unfold(link: HTMLAnchorElement, row: Element): Promise<void> {
  try {
    const found = (await askPage(link.href)).page.querySelector('[data-fragment]')
    if (!found) throw new Error('another page')
    const panel = document.createElement('div')
    panel.dataset.panel = ''
    panel.className = 'naast-pairing__panel'
    panel.tabIndex = -1
    panel.append(...found.childNodes)
    row.querySelector('[data-panel]')?.remove()
    row.append(panel)
    panel.focus({ preventScroll: true })
  } catch {
    location.href = link.href
  }
}
