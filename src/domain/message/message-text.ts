import type { Day } from '#domain/day.ts'
import type { MessageKind } from '#domain/message/message.ts'
import type { NeutralLanguage } from '#domain/message/neutral-words.ts'

/** Why it didn't start, as a referrer may hear it: a class, never details (domain.md 7.9). */
export const notStartedClasses = [
  'outside_area',
  'outside_window',
  'other_offer',
  'no_capacity',
  'woman_declined',
  'not_reached',
  'other',
] as const
export type NotStartedClass = (typeof notStartedClasses)[number]

export type ReferrerMoment =
  | 'received'
  | 'started'
  | 'ended'
  | 'not_started'
  /** Somewhere else, where the desk had sent her. */
  | 'help_started'
  | 'help_not_started'
export const kindOfMoment = {
  received: 'referral-received',
  started: 'referral-started',
  ended: 'referral-ended',
  not_started: 'referral-not-started',
  help_started: 'referral-help-started',
  help_not_started: 'referral-help-not-started',
} as const satisfies Record<ReferrerMoment, MessageKind>

interface Told {
  readonly reference: string
  readonly organisation: string
  readonly reason: NotStartedClass
}
interface Text {
  readonly subject: string
  readonly body: string
}

const words = {
  nl: {
    subject: 'Over uw aanmelding',
    greeting: 'Goedendag,',
    about: 'Dit gaat over uw aanmelding met kenmerk',
    status: {
      received: 'De aanmelding is ontvangen.',
      started: 'De begeleiding is begonnen.',
      ended: 'De begeleiding is afgesloten.',
      not_started: 'De begeleiding is niet begonnen. Reden:',
      help_started: 'Het andere aanbod is begonnen.',
      help_not_started: 'Het andere aanbod is niet begonnen.',
    },
    reason: {
      outside_area: 'buiten ons gebied.',
      outside_window: 'past niet bij de voorwaarden.',
      other_offer: 'ander aanbod past beter.',
      no_capacity: 'geen plek.',
      woman_declined: 'op eigen verzoek.',
      not_reached: 'geen contact gekregen.',
      other: 'anders.',
    },
    more: 'Meer zetten we niet in een e-mail. Heeft u een vraag? Bel ons en noem het kenmerk.',
  },
  en: {
    subject: 'About your referral',
    greeting: 'Hello,',
    about: 'This is about your referral with reference',
    status: {
      received: 'The referral was received.',
      started: 'The support has started.',
      ended: 'The support has ended.',
      not_started: 'The support did not start. Reason:',
      help_started: 'The other offer has started.',
      help_not_started: 'The other offer has not started.',
    },
    reason: {
      outside_area: 'outside our area.',
      outside_window: 'does not fit the conditions.',
      other_offer: 'another offer fits better.',
      no_capacity: 'no place.',
      woman_declined: 'at own request.',
      not_reached: 'no contact was made.',
      other: 'other.',
    },
    more: 'We put no more than this in an e-mail. A question? Call us and mention the reference.',
  },
} as const

/** What a referrer reads: a reference and a status. It names no one (domain.md 4.5, consent C-5). */
export function referrerText(moment: ReferrerMoment, language: NeutralLanguage, told: Told): Text {
  const say = words[language]
  const status =
    moment === 'not_started' ? `${say.status.not_started} ${say.reason[told.reason]}` : say.status[moment]
  return {
    subject: `${say.subject} ${told.reference}`,
    body: [
      say.greeting,
      '',
      `${say.about} ${told.reference}.`,
      status,
      '',
      say.more,
      '',
      told.organisation,
    ].join('\n'),
  }
}

/** What a mother reads of an appointment: a day and a time, nothing that says with whom or what for. */
export function appointmentText(language: NeutralLanguage, when: string): Text {
  return language === 'nl'
    ? { subject: 'Afspraak', body: `Tot ${when}. Komt het niet uit? Laat het even weten.` }
    : { subject: 'Appointment', body: `See you ${when}. Does it not suit you? Just let me know.` }
}

/** Where and when she is expected: a place and a time, nothing that says for what. */
export function placeText(language: NeutralLanguage, when: string, place: string): Text {
  return language === 'nl'
    ? { subject: 'Afspraak', body: `Tot ${when}. Adres: ${place}.` }
    : { subject: 'Appointment', body: `See you ${when}. Address: ${place}.` }
}

const weekdays = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Record<NeutralLanguage, readonly string[]>

/** The day and time (`HH:MM`) as she reads them; never further than a week ahead, so that a day of the week is enough. */
export function whenWords(language: NeutralLanguage, on: Day, at: string | null): string {
  const day = weekdays[language][on.dayOfWeek - 1] ?? ''
  if (at === null) return day
  return language === 'nl' ? `${day} ${at.replace(':', '.')} uur` : `${day} at ${at}`
}

/** What a mother reads when she wasn't reached: that it can wait, and nothing of what for. It carries no number. */
export function callBackText(language: NeutralLanguage): Text {
  return language === 'nl'
    ? { subject: 'Bel je mij?', body: 'Wil je mij bellen als het jou uitkomt? Er is geen haast bij.' }
    : { subject: 'Call me?', body: 'Could you call me when it suits you? There is no hurry.' }
}

/** What a colleague reads when somebody said "danger now": that it can't wait. It names no one and says nothing more. */
export function safetyCallText(language: NeutralLanguage): Text {
  return language === 'nl'
    ? {
        subject: 'Er wacht iets dat niet kan wachten',
        body: 'Open Naast en kijk bovenaan je lijst. Wie het als eerste oppakt, zegt dat daar.',
      }
    : {
        subject: 'Something that can’t wait is waiting',
        body: 'Open Naast and look at the top of your list. Whoever takes it up first says so there.',
      }
}

/** What a worker reads whose time is over: a question that anybody might ask her. */
export function areYouThereText(language: NeutralLanguage): Text {
  return language === 'nl'
    ? { subject: 'Even kijken', body: 'Wil je even in de app kijken? Het kost een minuut.' }
    : { subject: 'Have a look', body: 'Could you have a look in the app? It takes a minute.' }
}

/** What a colleague reads who was asked to look, once it is over. */
export function loneCallOverText(language: NeutralLanguage): Text {
  return language === 'nl'
    ? {
        subject: 'Wat niet kon wachten, is opgelost',
        body: 'Waarvoor we je vroegen, is voorbij. Je hoeft niets meer te doen.',
      }
    : {
        subject: 'What couldn’t wait is settled',
        body: 'What we asked you for is over. There is nothing left for you to do.',
      }
}

/** What a worker reads when she was proposed to anybody: that something waits for her answer, and nothing of whom. */
export function proposalsWaitText(language: NeutralLanguage): Text {
  return language === 'nl'
    ? {
        subject: 'Er staat iets voor je klaar',
        body: 'Open Naast als het je uitkomt. Er wacht een vraag op je antwoord. Nee mag altijd.',
      }
    : {
        subject: 'Something is ready for you',
        body: 'Open Naast when it suits you. A question waits for your answer. No is always fine.',
      }
}

/** What a colleague reads when a file that she answers for was opened in an emergency: that she should look. */
export function fileOpenedText(language: NeutralLanguage): Text {
  return language === 'nl'
    ? {
        subject: 'Er is iets dat je vandaag moet weten',
        body: 'Open Naast en kijk op je lijst. Er staat iets dat je moet nakijken.',
      }
    : {
        subject: 'There is something you should know today',
        body: 'Open Naast and look at your list. There is something for you to check.',
      }
}

/** What a colleague reads when two others said that she needs a new way in: how to stop it, if it wasn't she. */
export function newWayInText(language: NeutralLanguage): Text {
  return language === 'nl'
    ? {
        subject: 'Twee collega’s vragen een nieuwe toegang voor jou',
        body: 'Over 24 uur kan er een link komen waarmee je opnieuw inlogt. Vroeg jij hier niet om? Log in, kijk bij Mijn account en stop het. Lukt dat niet, bel dan meteen je beheerder.',
      }
    : {
        subject: 'Two colleagues ask a new way in for you',
        body: 'In 24 hours a link can be made with which you sign in anew. Did you not ask for this? Sign in, look at My account and stop it. If you can’t, call your administrator at once.',
      }
}

const fixed = new Map<string, string>()

/** Every word that stands in a message of this kind whoever it is about. */
export function fixedWords(kind: MessageKind, language: NeutralLanguage): string {
  const key = `${kind}|${language}`
  const known = fixed.get(key) ?? wordsOf(kind, language)
  fixed.set(key, known)
  return known
}

function wordsOf(kind: MessageKind, language: NeutralLanguage): string {
  const blank = { reference: '', organisation: '' }
  const moments = (Object.keys(kindOfMoment) as ReferrerMoment[]).filter(
    (moment) => kindOfMoment[moment] === kind,
  )
  const texts = moments.flatMap((moment) =>
    notStartedClasses.map((reason) => referrerText(moment, language, { ...blank, reason })),
  )
  if (kind === 'appointment') texts.push(appointmentText(language, ''))
  if (kind === 'group-place') texts.push(placeText(language, '', ''))
  if (kind === 'call-back') texts.push(callBackText(language))
  if (kind === 'safety-call' || kind === 'lone-call') texts.push(safetyCallText(language))
  if (kind === 'are-you-there') texts.push(areYouThereText(language))
  if (kind === 'lone-call-over') texts.push(loneCallOverText(language))
  if (kind === 'proposals-wait') texts.push(proposalsWaitText(language))
  if (kind === 'file-opened') texts.push(fileOpenedText(language))
  if (kind === 'new-way-in') texts.push(newWayInText(language))
  return texts.map(({ subject, body }) => `${subject} ${body}`).join(' ')
}
