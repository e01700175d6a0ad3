import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kindOf, type MessageKind, messageKinds } from '#domain/message/message.ts'
import {
  appointmentText,
  areYouThereText,
  callBackText,
  fileOpenedText,
  kindOfMoment,
  loneCallOverText,
  newWayInText,
  notStartedClasses,
  placeText,
  proposalsWaitText,
  type ReferrerMoment,
  referrerText,
  safetyCallText,
} from '#domain/message/message-text.ts'
import { checkOutgoing, type Outgoing, type Surroundings } from '#domain/message/outgoing-check.ts'
import { isRefusal, refuse } from '#domain/refusal.ts'
import { bodyOf } from '#domain/webhook/webhook-event.ts'

/** There is one way out of this house, and it asks her first. */
const sources = globSync('{src,programmes}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const having = (pattern: RegExp): string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort()

describe('the sources', () => {
  test('send mail in one place', () => {
    expect(having(/from 'nodemailer/)).toEqual(['src/server/mail/smtp.ts'])
    expect(having(/\bsmtpMailer\(/)).toEqual(['src/server/foundation.ts'])
    expect(having(/\btextGateway\(/)).toEqual(['src/server/foundation.ts'])
    expect(having(/\bcarriers?(?:\[\w+\])?\??\.handOver\(/)).toEqual(['src/server/mail/outbox.ts'])
  })
  test('open no connection to anywhere else', () => {
    const opens =
      /(?:^|[^.\w])fetch\(|from 'node:(?:net|http|https|http2|tls|dgram|dns)(?:\/promises)?'|\b(?:WebSocket|EventSource|XMLHttpRequest|sendBeacon|RTCPeerConnection)\b|from '(?:undici|axios|got|node-fetch|ws)'/m
    expect(having(opens)).toEqual([
      // To the page they stand on, on a phone.
      'src/pages/contact/visit-draft.island.ts',
      'src/pages/field-phone/keeper.island.ts',
      'src/pages/field-phone/phone-line.ts',
      'src/pages/look/ask-page.ts',
      'src/pages/look/exit.island.ts',
      // To the virus scanner beside it, a file that somebody wants to add; it says yes or no and keeps nothing.
      'src/server/documents/clamd.ts',
      // To an identity provider that an administrator named: who somebody is there, and nothing of anybody here.
      'src/server/http/guarded-fetch.ts',
      // Listens; sends nothing.
      'src/server/http/listen.ts',
      // To the gateway for text messages, what the outbox hands it.
      'src/server/mail/text-gateway.ts',
      // To other systems that asked to be told, what the queue gives it and nothing else.
      'src/server/webhook/post-event.ts',
      // Only reads addresses.
      'src/server/webhook/reachable.ts',
    ])
    const islands = sources.filter(({ file }) => file.endsWith('.island.ts'))
    // To the page itself, where a form or link on it leads, or what a page of ours asked for; `connect-src 'self'` keeps
    // all of them at home.
    for (const { file, text } of islands)
      for (const [, to] of text.matchAll(/[^.\w](?:fetch|askPage)\(([^,)]*)/g))
        expect(to, file).toMatch(/^(location\.(pathname|href)|address|link\.href|request|pathname)$/)
  })
  test('write a calendar in one place, where it is asked what every message is', () => {
    expect(having(/\bwriteCalendar\(|text\/calendar|VCALENDAR/)).toEqual([
      'src/domain/calendar/check-calendar.ts',
      'src/domain/calendar/write-calendar.ts',
      'src/pages/planning/calendar-pages.tsx',
      'src/usecases/calendar/read-calendar.ts',
    ])
    const [written] = sources.filter(({ file }) => file.endsWith('calendar/read-calendar.ts'))
    // Rendered, then checked, and nothing in between.
    expect(written?.text).toMatch(/writeCalendar\([^\n]*\n\s*const checked = checkCalendar\(text,/)
    expect(having(/\bcalendarAt\(/)).toEqual([
      'src/pages/planning/calendar-pages.tsx',
      'src/usecases/calendar/recognise-calendar.ts',
    ])
  })
  test('tell other systems in one place, what was queued with the change that it tells of', () => {
    expect(having(/\beventPoster\(/)).toEqual(['src/server/foundation.ts'])
    expect(having(/\bpost\(taken\)/)).toEqual(['src/server/webhook/send-events.ts'])
    expect(having(/\btakeDueDelivery\(/)).toEqual(['src/server/webhook/send-events.ts'])
    expect(having(/\binsertDeliveries\(/)).toEqual([
      'src/db/webhook-delivery.ts',
      'src/usecases/webhook/tell-webhooks.ts',
      'src/usecases/webhook/test-webhook.ts',
    ])
    expect(having(/insertInto\('webhook_delivery'\)/)).toEqual(['src/db/webhook-delivery.ts'])
    const [post] = sources.filter(({ file }) => file.endsWith('post-event.ts'))
    // Looked at before anything is sent, and sent to what was looked at.
    expect(post?.text.match(/reachable\(address\)/g)).toHaveLength(1)
    expect(post?.text).toContain('lookup: pinned')
  })
  test('tell other systems nothing about anybody: what is sent is made of this and no more', () => {
    const at = Temporal.Instant.from('2026-11-03T08:00:00Z')
    const sent = bodyOf({ id: 'a', kind: 'referral.status_changed', at, referralId: 'b' }, 'https://c')
    expect(JSON.parse(sent)).toEqual({
      type: 'referral.status_changed',
      id: 'a',
      timestamp: '2026-11-03T08:00:00Z',
      data: { id: 'b', link: 'https://c/api/v1/referrals/b' },
    })
  })
  test('start no program but PostgreSQL, and our own that looks at a file', () => {
    expect(having(/node:child_process/).filter((file) => !file.startsWith('src/server/postgres/'))).toEqual([
      'src/server/documents/file-examiner.ts',
    ])
  })
  test('put a message in the outbox in one place, behind the question whether it may leave', () => {
    expect(having(/\binsertMessage\(/)).toEqual([
      'src/db/message.ts',
      'src/usecases/message/queue-message.ts',
    ])
    expect(having(/insertInto\('message'\)/)).toEqual(['src/db/message.ts'])
    const [queue] = sources.filter(({ file }) => file.endsWith('queue-message.ts'))
    expect(queue?.text.indexOf('weighMessage(')).toBeGreaterThan(0)
    expect(queue?.text.indexOf('weighMessage(')).toBeLessThan(queue?.text.indexOf('insertMessage(tx') ?? 0)
  })
  test('write to a mother in these places, each behind a choice of hers', () => {
    expect(having(/kind: 'appointment'/)).toEqual(['src/usecases/message/to-her.ts'])
    expect(having(/\breminderFor\(/)).toEqual([
      'src/usecases/message/keep-reminders.ts',
      // Only to be read before somebody chooses.
      'src/usecases/message/read-messages-to-her.ts',
      'src/usecases/message/switch-reminders-on.ts',
    ])
    expect(having(/\bcallBackFor\(/)).toEqual([
      'src/usecases/message/ask-call-back.ts',
      'src/usecases/message/read-messages-to-her.ts',
    ])
    expect(having(/\binsertReminder\(/)).toEqual([
      'src/db/reminder.ts',
      'src/usecases/message/switch-reminders-on.ts',
    ])
  })
  test('give a letter to be printed in one place, and ask once more; its words are shown in one other', () => {
    expect(having(/\binsertLetterPrint\(/)).toEqual([
      'src/db/letter-print.ts',
      'src/usecases/message/print-letter.ts',
    ])
    const [print] = sources.filter(({ file }) => file.endsWith('print-letter.ts'))
    expect(print?.text.indexOf('weighLetter(work')).toBeGreaterThan(0)
    expect(print?.text.indexOf('weighLetter(work')).toBeLessThan(print?.text.indexOf("'hand-over'") ?? 0)
    expect(having(/letter\.body/)).toEqual(['src/usecases/message/read-printed-letter.ts'])
    const [read] = sources.filter(({ file }) => file.endsWith('read-printed-letter.ts'))
    expect(read?.text.indexOf('isRefusal(weighed.answer)')).toBeLessThan(
      read?.text.indexOf('letter.body') ?? 0,
    )
  })
  test('put on paper what leaves with somebody in one place, and ask her rules there', () => {
    expect(having(/\bleaveOnPaper\(/)).toEqual([
      'src/usecases/child-request/read-child-copy.ts',
      'src/usecases/circle/read-circle-paper.ts',
      'src/usecases/end-report/read-end-report-paper.ts',
      'src/usecases/measure/read-paper-questions.ts',
      'src/usecases/paper/leave-on-paper.ts',
      'src/usecases/person-request/read-person-copy.ts',
      'src/usecases/safety/read-safety-card.ts',
      'src/usecases/sharing/read-letter.ts',
      'src/usecases/sharing/read-sheet.ts',
    ])
    // A page that is paper and comes by none of these tells of nobody, or stays inside: the answer that everybody gets
    // who asks after a child; a conversation sheet, which is the same for everybody; the plan of a meeting, which stays
    // in the room; a letter, which the outbox asks; a volunteer's own card, with a number to call and no name.
    expect(having(/frame: 'paper'/)).toEqual([
      'src/pages/child-request/one-child-request.tsx',
      'src/pages/circle/circle-paper.tsx',
      'src/pages/conversation-sheet/sheet-pages.tsx',
      'src/pages/end-report/end-report-page.tsx',
      'src/pages/lone-visit/lone-words-page.tsx',
      'src/pages/matching-meeting/paper-page.tsx',
      'src/pages/measure/paper-questions.tsx',
      'src/pages/message/letter-page.tsx',
      'src/pages/person-request/one-person-request.tsx',
      'src/pages/safety/plan-page.tsx',
      'src/pages/sharing/shared-page.tsx',
    ])
  })
  test('take a message from the outbox in one place, and ask once more', () => {
    expect(having(/\btakeDueMessages\(/)).toEqual(['src/server/mail/outbox.ts'])
    expect(having(/(?:moveMessage|moveDelivery)\([^)]*'hand-over'/)).toEqual([
      'src/usecases/message/print-letter.ts',
      'src/usecases/message/take-due-messages.ts',
      'src/usecases/webhook/take-due-delivery.ts',
    ])
    const [deliver] = sources.filter(({ file }) => file.endsWith('take-due-delivery.ts'))
    expect(deliver?.text.indexOf('!row.may_leave')).toBeGreaterThan(0)
    expect(deliver?.text.indexOf('!row.may_leave')).toBeLessThan(deliver?.text.indexOf("'hand-over'") ?? 0)
    const [take] = sources.filter(({ file }) => file.endsWith('take-due-messages.ts'))
    expect(take?.text.indexOf('weighMessage(work')).toBeLessThan(take?.text.indexOf("'hand-over'") ?? 0)
  })
  test('point at nothing outside on the pages', () => {
    const allowed = /^https?:\/\/(?:localhost|www\.w3\.org\/(?:2000|1999|1998)\/|[\w.-]*example\.)/
    const links = sources
      .filter(({ file }) => /^src\/pages\//.test(file))
      .flatMap(({ file, text }) => [...text.matchAll(/https?:\/\/[\w./-]+/g)].map(([url]) => ({ file, url })))
      .filter(({ url }) => !allowed.test(url))
    // Where 'leave this page' goes when an organisation says nothing else, and how an address begins.
    expect(links.map(({ file, url }) => `${file} ${url}`).sort()).toEqual([
      'src/pages/look/exit.tsx https://www.buienradar.nl/',
      'src/pages/organisation/organisation.words.ts https://.',
      'src/pages/webhook/webhook.words.ts https://.',
    ])
  })
})

const languages = ['nl', 'en'] as const
const address = {
  mother: 'naam@example.nl',
  referrer: 'praktijk@example.nl',
  colleague: 'collega@example.nl',
}

/** Every message there is, as it would be read: each kind, language and reason. */
const messages: readonly Outgoing[] = languages.flatMap((language) => [
  {
    kind: 'appointment' as const,
    channel: 'email' as const,
    language,
    address: address.mother,
    ...appointmentText(language, 'dinsdag 10.00 uur'),
  },
  ...(['email', 'text'] as const).map((channel) => ({
    kind: 'group-place' as const,
    channel,
    language,
    address: address.mother,
    ...placeText(language, 'dinsdag 9.30 uur', 'Vlindertuin 3'),
  })),
  ...(['email', 'text', 'letter'] as const).map((channel) => ({
    kind: 'call-back' as const,
    channel,
    language,
    address: address.mother,
    ...callBackText(language),
  })),
  {
    kind: 'safety-call' as const,
    channel: 'email' as const,
    language,
    address: address.colleague,
    ...safetyCallText(language),
  },
  ...(['email', 'text'] as const).map((channel) => ({
    kind: 'are-you-there' as const,
    channel,
    language,
    address: address.colleague,
    ...areYouThereText(language),
  })),
  {
    kind: 'lone-call' as const,
    channel: 'email' as const,
    language,
    address: address.colleague,
    ...safetyCallText(language),
  },
  {
    kind: 'lone-call-over' as const,
    channel: 'email' as const,
    language,
    address: address.colleague,
    ...loneCallOverText(language),
  },
  {
    kind: 'proposals-wait' as const,
    channel: 'email' as const,
    language,
    address: address.colleague,
    ...proposalsWaitText(language),
  },
  {
    kind: 'new-way-in' as const,
    channel: 'email' as const,
    language,
    address: address.colleague,
    ...newWayInText(language),
  },
  {
    kind: 'file-opened' as const,
    channel: 'email' as const,
    language,
    address: address.colleague,
    ...fileOpenedText(language),
  },
  ...(Object.keys(kindOfMoment) as ReferrerMoment[]).flatMap((moment) =>
    notStartedClasses.map((reason) => ({
      kind: kindOfMoment[moment],
      channel: 'email' as const,
      language,
      address: address.referrer,
      ...referrerText(moment, language, {
        reference: '1A2B3C4D',
        organisation: 'Stichting Waterrijk',
        reason,
      }),
    })),
  ),
])
const around: Surroundings = {
  given: new Set(['C-1', 'C-5', 'C-9']),
  agreement: 'counts',
  nothingWithoutAgreement: false,
  contact: true,
  herLanguage: null,
  currentAddress: address.mother,
  privateNames: ['Selam', 'Tesfay', '+31612345678', address.mother],
  ownNames: ['Stichting Waterrijk', 'Moeders Samen'],
  sender: 'bericht@post.example.nl',
  closed: false,
  erased: false,
}
const label = ({ kind, language }: Outgoing) => `${kind} in ${language}`
/** A letter comes from nobody. */
const senderOf = ({ channel }: Outgoing) => (channel === 'letter' ? { sender: '' } : {})
const refusedWith = (message: Outgoing, changed: Partial<Surroundings>): boolean =>
  isRefusal(checkOutgoing(message, { ...around, ...senderOf(message), ...changed }))

describe('every kind of message', () => {
  test('is here', () => {
    expect([...new Set(messages.map(({ kind }) => kind))].sort()).toEqual(Object.keys(messageKinds).sort())
  })
  test('may leave when everything is in order, and not otherwise', () => {
    for (const message of messages) {
      const { to, consents } = kindOf(message.kind)
      expect(refusedWith(message, senderOf(message)), label(message)).toBe(false)
      expect(refusedWith(message, { erased: true }), label(message)).toBe(true)
      for (const code of consents)
        expect(
          refusedWith(message, { given: new Set([...around.given].filter((one) => one !== code)) }),
          `${label(message)} without ${code}`,
        ).toBe(true)
      // To a colleague goes no word about anybody.
      if (to !== 'colleague') expect(consents.length, label(message)).toBeGreaterThan(0)
      if (to !== 'mother') continue
      for (const changed of [
        { agreement: 'none' as const, contact: null },
        { agreement: 'too-old' as const },
        { closed: true },
        { resting: true },
        { herLanguage: 'ti' },
        { sender: message.channel === 'letter' ? 'bericht@post.example.nl' : 'moeders@waterrijk.example.nl' },
        { contact: refuse('contact-not-now') },
        { currentAddress: null },
        { currentAddress: 'ander@example.nl' },
      ])
        expect(refusedWith(message, changed), `${label(message)} ${JSON.stringify(changed)}`).toBe(true)
    }
  })
  test('names nobody, and says nothing to a mother that another may not read', () => {
    const added = ['Selam', 'tesfay', '06-12345678', 'https://naast.example.nl/x', address.mother]
    for (const message of messages)
      for (const text of added)
        for (const place of ['subject', 'body'] as const) {
          const changed = { ...message, [place]: `${message[place]} ${text}` }
          expect(refusedWith(changed, {}), `${label(message)} ${place}: ${text}`).toBe(true)
        }
    for (const message of messages.filter(({ kind }) => kindOf(kind).to === 'mother'))
      for (const text of ['Stichting Waterrijk', 'uw mentor', 'your baby', 'hulp', 'safe'])
        expect(
          languages.some((language) =>
            refusedWith({ ...message, language, body: `${message.body} ${text}` }, {}),
          ),
          `${label(message)}: ${text}`,
        ).toBe(true)
  })
  test('to a mother goes at most once', () => {
    for (const kind of Object.keys(messageKinds) as MessageKind[])
      if (kindOf(kind).to === 'mother') expect(kindOf(kind).delivery).toBe('at_most_once')
  })
})
