import { answerIn } from '#domain/field-phone/phone-queue.ts'
import { newItemId, textOf } from '#pages/field-phone/phone-box.ts'
import { ask, refresh, sendAll } from '#pages/field-phone/phone-line.ts'
import {
  draftOf,
  enqueue,
  itemOf,
  keepDraft,
  keepPhone,
  letGo,
  type Phone,
  phoneHere,
  phoneWithKey,
  queued,
  setItem,
  unkept,
  unlock,
  type Written,
} from '#pages/field-phone/phone-store.ts'

/** The page of a phone where there may be no signal: what it carries, writing a visit down, and what isn't safe yet. */
interface CarriedVisit {
  readonly id: string
  readonly trajectoryId: string
  readonly name: string
  readonly on: string
  readonly at: string | null
  readonly mode: string
  readonly where: string | null
  readonly agreed: string | null
  readonly modes: readonly string[]
  readonly sheets: readonly { readonly id: string; readonly title: Record<string, string> }[]
}

const root = document.querySelector<HTMLElement>('[data-field]')
if (root) void open(root)

async function open(root: HTMLElement): Promise<void> {
  const words = root.dataset
  const one = <Found extends HTMLElement = HTMLElement>(selector: string): Found => {
    const found = root.querySelector<Found>(selector)
    if (!found) throw new Error(selector)
    return found
  }
  const form = one<HTMLFormElement>('[data-form]')
  const language = document.documentElement.lang
  let writing: Omit<Written, 'answers'> | null = null

  const show = (part: string): void => {
    for (const section of root.querySelectorAll<HTMLElement>('[data-show]'))
      section.hidden = section.dataset.show !== part
  }
  const say = (text: string | undefined): void => {
    const said = one('[data-said]')
    said.textContent = text ?? ''
    said.hidden = !text
  }
  const count = async (): Promise<number> => {
    const waiting = (await queued()).length
    const safe = one('[data-safe]')
    safe.hidden = waiting === 0 && !(await phoneHere())
    safe.textContent =
      waiting === 0 ? (words.allSafe ?? '') : (words.notSafe ?? '').replace('#', String(waiting))
    const lost = (await unkept()).length
    one('[data-unkept]').hidden = lost === 0
    one('[data-unkept] [data-of="unkept"]').textContent = (words.unkeptWords ?? '').replace('#', String(lost))
    safe.className = `naast-draft naast-draft--${waiting === 0 ? 'kept' : 'open'}`
    return waiting
  }

  /** What there is to see now, by what is on the phone. */
  async function draw(): Promise<void> {
    await count()
    if (writing) return
    const phone = await phoneWithKey(Date.now())
    if (!phone) {
      const part = (await phoneHere()) ? 'shut' : 'begin'
      if (writing) return
      empty()
      show(part)
      return
    }
    const visits = phone.pack ? (JSON.parse(await unlock(phone.key, phone.pack)) as CarriedVisit[]) : []
    // She may have begun to write while this was opened: nothing shuts a form that is open.
    if (writing) return
    const left = visits.filter(({ id }) => !phone.logged.includes(id))
    // What nobody planned is asked for once a woman, at her first visit.
    const first = new Set(
      new Map([...left].reverse().map((visit) => [visit.trajectoryId, visit.id])).values(),
    )
    one('[data-visits]').replaceChildren(...left.map((visit) => drawn(visit, first.has(visit.id))))
    one('[data-none]').hidden = left.length > 0
    show('visits')
  }

  /** What the phone carries no more stands nowhere in the page either, also not where nobody sees it. */
  function empty(): void {
    one('[data-visits]').replaceChildren()
    clearForm()
  }
  function clearForm(): void {
    form.reset()
    for (const name of ['title', 'day']) one(`[data-form] [data-of="${name}"]`).textContent = ''
    const sheet = one<HTMLSelectElement>('[name="talkSheet"]')
    sheet.replaceChildren(...[...sheet.options].slice(0, 1))
  }

  function drawn(visit: CarriedVisit, first: boolean): Node {
    const copy = document.importNode(one<HTMLTemplateElement>('template[data-visit]').content, true)
    const fill = (name: string, text: string | null) => {
      const place = copy.querySelector<HTMLElement>(`[data-of="${name}"]`)
      if (place) place.textContent = text ?? ''
      if (place) place.hidden = !text
    }
    fill('name', visit.name)
    fill('when', whenOf(visit))
    fill('where', visit.where ?? modeWord(visit.mode))
    fill('agreed', visit.agreed && `${words.agreed}: ${visit.agreed}`)
    copy
      .querySelector('[data-log]')
      ?.addEventListener('click', () => void write(visit, { form: 'contact-log', subjectId: visit.id }))
    const extra = copy.querySelector<HTMLElement>('[data-extra]')
    if (!first) extra?.remove()
    extra?.addEventListener(
      'click',
      () => void write(visit, { form: 'contact-extra', subjectId: visit.trajectoryId }),
    )
    return copy
  }
  const whenOf = ({ on, at }: CarriedVisit): string => {
    const day = new Date(`${on}T12:00:00`).toLocaleDateString(language, {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
    })
    return at ? (words.at ?? '').replace('#d', day).replace('#t', at) : day
  }
  const modeWord = (mode: string): string =>
    form.querySelector<HTMLOptionElement>(`[name="mode"] option[value="${mode}"]`)?.textContent ?? ''

  /** The questions about one visit, with what she typed before if she left it halfway. */
  async function write(visit: CarriedVisit, what: Omit<Written, 'answers'>): Promise<void> {
    const phone = await phoneWithKey(Date.now())
    if (!phone) return draw()
    clearForm()
    one('[data-form] [data-of="title"]').textContent = visit.name
    const sheet = one<HTMLSelectElement>('[name="talkSheet"]')
    for (const { id, title } of visit.sheets) sheet.add(new Option(title[language] ?? title.nl, id))
    for (const option of one<HTMLSelectElement>('[name="mode"]').options)
      option.hidden = option.disabled = !visit.modes.includes(option.value)
    one<HTMLSelectElement>('[name="mode"]').value = visit.mode
    const extra = what.form === 'contact-extra'
    one('[data-form] [data-of="day"]').textContent = (extra ? words.extraWord : whenOf(visit)) ?? ''
    for (const radio of form.querySelectorAll<HTMLInputElement>('[name="what"]')) {
      if (extra && radio.value === 'done') radio.checked = true
      const choice = radio.closest('label')
      if (choice) choice.hidden = extra && radio.value !== 'done'
    }
    fillIn((await draftOf(phone, what.subjectId)) ?? {})
    one('[data-form] [data-draft]').textContent = ''
    writing = what
    say('')
    show('log')
    window.scrollTo(0, 0)
  }

  function fillIn(answers: Record<string, string>): void {
    for (const field of form.elements)
      if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)) {
        if (field.name in answers)
          field.checked = (answers[field.name] ?? '').split(',').includes(field.value)
      } else if (
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      )
        if (field.name in answers) field.value = answers[field.name] ?? ''
  }
  function answers(): Record<string, string> {
    const all: Record<string, string[]> = {}
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value.trim()) all[name] = [...(all[name] ?? []), value]
    return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values.join(',')]))
  }

  let keeping = Promise.resolve()
  form.addEventListener('input', () => {
    keeping = keeping.then(keepTyped)
  })
  async function keepTyped(): Promise<void> {
    const phone = writing && (await phoneWithKey(Date.now()))
    if (!phone || !writing) return
    try {
      await keepDraft(phone, { ...writing, answers: answers() }, Date.now())
      one('[data-form] [data-draft]').textContent = words.draftKept ?? ''
    } catch {
      one('[data-form] [data-draft]').textContent = words.full ?? ''
    }
  }
  form.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) say(words.noPhoto)
  })
  form.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    say(words.noPhoto)
  })

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keeping = keeping.then(finish)
  })
  /** She is done. It stands on this phone before she is told so; if the phone is full it goes to the server at once. */
  async function finish(): Promise<void> {
    const said = answers()
    const missing = missingIn(said)
    if (missing || !writing) return say(missing)
    const phone = await phoneHere()
    if (!phone) return draw()
    const written = { ...writing, answers: said }
    const item = await itemOf(phone, written, Date.now())
    try {
      await enqueue(item, writing.subjectId, writing.form === 'contact-log')
    } catch {
      const direct = await ask('/field/send', {
        phoneId: phone.id,
        phoneNow: Date.now(),
        items: [{ id: item.id, box: item.box }],
      })
      const results = (direct?.json?.results ?? []) as { said: string }[]
      const answer = answerIn(results[0]?.said)
      // Nothing of it may stand anywhere: what she is told of it is all that is left.
      if (answer === 'no_file') await setItem({ ...item, state: 'unkept', box: '' }).catch(() => undefined)
      else if (answer !== 'kept') return say(words.full)
    }
    writing = null
    await draw()
    say(words.kept)
    await sync()
    if ((await queued()).length === 0) say((await unkept()).length === 0 ? words.keptSafe : undefined)
  }
  function missingIn(said: Record<string, string>): string | undefined {
    if (!said.what) return words.whatMissing
    if (!said.what.startsWith('cancelled') && !said.on) return words.onMissing
    const minutes = said.minutes === 'other' ? said.minutesTyped : said.minutes
    return said.what === 'done' && !/^\d{1,3}$/.test(minutes ?? '') ? words.minutesMissing : undefined
  }
  one('[data-back]').addEventListener('click', () => {
    keeping = keeping.then(async () => {
      await keepTyped()
      writing = null
      await draw()
    })
  })

  one('[data-read]').addEventListener('click', async () => {
    for (const { id } of await unkept()) await letGo(id)
    await count()
  })

  one('[data-begin]').addEventListener('click', () => void begin())
  /** Only with a signal and signed in. The id and the secret are made here. */
  async function begin(): Promise<void> {
    const id = newItemId(Date.now())
    const secret = textOf(crypto.getRandomValues(new Uint8Array(32)))
    const said = await ask('/field/begin', { id, secret })
    if (!said || said.status === 0) return say(words.noLine)
    if (said.status === 401) return show('shut')
    const { boxKey, org } = (said.json ?? {}) as { boxKey?: string; org?: string }
    if (!boxKey || !org) return say(words.off)
    const phone: Phone = {
      id,
      secret,
      org,
      boxKey,
      key: null,
      keyId: '',
      givenAt: Date.now(),
      seenAt: Date.now(),
      pack: null,
      logged: [],
    }
    await keepPhone(phone)
    // Firefox asks her first, and answers when she does; nothing here waits for that.
    void navigator.storage?.persist?.().catch(() => undefined)
    say('')
    await sync()
  }

  // One after the other, so that whoever asks for it sees what came of her own change.
  let line = Promise.resolve()
  const sync = (): Promise<void> => {
    line = line.then(synced, synced)
    return line
  }
  async function synced(): Promise<void> {
    const line = (await queued()).length > 0 ? await sendAll(Date.now) : 'done'
    if (line === 'not_hers') say(words.notHers)
    const phone = await phoneHere()
    if (phone && line !== 'no_line') {
      const came = await refresh(phone, Date.now)
      if (came === 'wiped' || came === 'not_hers') writing = null
      // What it was typing when it was wiped waits now as well.
      if (came === 'wiped') await sendAll(Date.now)
    }
    await draw()
  }

  window.addEventListener('online', () => void sync())
  // Another page of this phone may have let go of it all meanwhile, or the phone took this page out of its memory as it was.
  document.addEventListener('visibilitychange', () => void draw())
  window.setInterval(() => void draw().then(async () => (await queued()).length > 0 && sync()), 30_000)
  await draw()
  await register()
  await sync()
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL: (url: string) => string
  }
}
/** The one address of a script that our policy lets anybody name, and what it may be. */
async function register(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const keeper = '/field/keep.js'
  const policies = (window as unknown as { trustedTypes?: Policies }).trustedTypes
  const policy = policies?.createPolicy('agenda', { createScriptURL: () => keeper })
  try {
    await navigator.serviceWorker.register(policy ? policy.createScriptURL('') : keeper, { scope: '/field/' })
  } catch {
    // Without it the page opens with a signal only; all else is the same.
  }
}
