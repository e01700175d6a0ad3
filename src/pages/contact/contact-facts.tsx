import type { Day } from '#domain/day.ts'
import type { Address } from '#domain/person/person.ts'
import { usedSheetWords } from '#pages/conversation-sheet/used-sheet-words.ts'
import { Heading, Link, Summary, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { ContactPage } from '#usecases/contact/read-contact.ts'

interface Props {
  readonly t: T
  readonly contact: ContactPage
  readonly today: Day
}

/** When and where, as much as this reader may know today. */
export const WhenAndWhere = ({ t, contact, today }: Props) => (
  <Summary
    rows={[
      [
        t('contact.date'),
        contact.plannedOn
          ? contact.plannedAt
            ? t('contact.at-time', { day: t.day(contact.plannedOn, today), time: contact.plannedAt })
            : t.day(contact.plannedOn, today)
          : null,
      ],
      contact.confirmedOn ? [t('planning.confirmed-on'), t.day(contact.confirmedOn, today)] : null,
      contact.moves.length > 0
        ? [
            t('planning.moved-from'),
            contact.moves
              .map(({ wasOn, askedBy }) =>
                askedBy
                  ? t('planning.moved-day-by', {
                      day: t.day(wasOn, today),
                      who: t(`planning.asked-by.${askedBy}`).toLowerCase(),
                    })
                  : t.day(wasOn, today),
              )
              .join('; '),
          ]
        : null,
      [
        t('contact.window'),
        t('contact.between', { from: t.day(contact.dueFrom, today), until: t.day(contact.dueUntil, today) }),
      ],
      [t('contact.where'), t(`contact.mode.${contact.mode}`)],
      contact.mode === 'home' ? [t('contact.address'), addressInWords(t, contact, today)] : null,
      [t('contact.last-agreed'), contact.lastAgreed],
    ]}
  />
)

function addressInWords(t: T, { address, addressFrom, safeContact }: ContactPage, today: Day): string {
  if (safeContact?.neverAtHome) return t('contact.address-never')
  if (address) return written(address)
  return addressFrom
    ? t('contact.address-from', { day: t.day(addressFrom, today) })
    : t('contact.address-none')
}

const written = ({ street, houseNumber, postcode, place }: Address): string =>
  [[street, houseNumber].filter(Boolean).join(' '), [postcode, place].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')

/** What was written down about it. */
export const WhatWasLogged = ({ t, contact, today }: Props) => (
  <Summary
    rows={[
      [
        t('contact.result'),
        contact.cancelledBy ? t(`contact.by.${contact.cancelledBy}`) : t(`contact.state.${contact.state}`),
      ],
      contact.skipReason ? [t('planning.skip-why'), t(`planning.skip.${contact.skipReason}`)] : null,
      contact.doneOn ? [t('contact.date'), t.day(contact.doneOn, today)] : null,
      contact.minutes === null
        ? null
        : [t('contact.minutes'), t('contact.in-minutes', { count: contact.minutes })],
      contact.state === 'done' ? [t('contact.where'), t(`contact.mode.${contact.mode}`)] : null,
      [t('contact.talk-sheet'), contact.talkSheetTitle?.[t.language] ?? null],
      [t('sheet.used'), contact.usedSheet && usedSheetWords(t, contact.usedSheet)],
      contact.notes?.went?.feeling
        ? [t('contact.feeling'), t(`contact.feeling.${contact.notes.went.feeling}`)]
        : null,
      [
        t('contact.was-there'),
        contact.notes?.went?.present.map((one) => t(`contact.present.${one}`)).join(', ') || null,
      ],
      contact.notes?.went?.partnerTookPart
        ? [t('contact.partner-part'), t('contact.partner-took-part')]
        : null,
      [t('contact.children'), named(contact.touchable.children, contact.notes?.went?.children)],
      [t('contact.goals'), named(contact.touchable.goals, contact.notes?.went?.goals)],
      [t('contact.how-it-went'), contact.notes?.went?.text ?? null],
      [t('contact.next-step'), contact.notes?.next ?? null],
    ]}
  />
)

/** What was ticked, by what it is called now; what isn't there any more is left out. */
const named = (
  all: readonly { id: string; name?: string; words?: string }[],
  ticked: readonly string[] = [],
): string | null =>
  all
    .filter(({ id }) => ticked.includes(id))
    .map(({ name, words }) => name ?? words)
    .join(', ') || null

/** Talk sheets for her child's age, each with a question to begin with. */
export const WhatToBring = ({ t, contact }: Omit<Props, 'today'>) =>
  contact.topics.length === 0 ? null : (
    <section>
      <Heading>{t('contact.bring')}</Heading>
      <Text quiet>{t('contact.bring-hint')}</Text>
      {contact.sheets.length > 0 && (
        <p>
          <Link href={paths.conversationSheet.visit(contact.trajectoryId)}>{t('sheet.for-visit')}</Link>
        </p>
      )}
      {contact.topics.map(({ id, title, opening }) => (
        <details key={id}>
          <summary>{title[t.language]}</summary>
          <Text>{opening[t.language]}</Text>
        </details>
      ))}
    </section>
  )
