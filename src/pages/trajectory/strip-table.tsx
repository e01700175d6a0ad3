import { type Day, dayNumber } from '#domain/day.ts'
import { Table } from '#pages/look/parts.tsx'
import { markDay } from '#pages/trajectory/strip-layout.ts'
import type { T } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

/** What has no day yet stands last. */
const undated = Number.MAX_SAFE_INTEGER

type Contact = TrajectoryPage['contacts'][number]

/** When it was, will be, or should be. */
export const whenOfContact = (t: T, contact: Contact, today: Day): string => {
  const on = contact.doneOn ?? contact.plannedOn
  if (!on)
    return t('contact.between', {
      // A year that both days share is said once.
      from: t.day(contact.dueFrom, contact.dueFrom.year === contact.dueUntil.year ? undefined : today),
      until: t.day(contact.dueUntil, today),
    })
  return contact.plannedAt && !contact.doneOn
    ? t('contact.at-time', { day: t.day(on, today), time: contact.plannedAt })
    : t.day(on, today)
}

/** How it stands in a word: called off always says by whom. */
export const stateOfContact = (t: T, contact: Contact): string =>
  contact.cancelledBy ? t(`contact.by.${contact.cancelledBy}`) : t(`contact.state.${contact.state}`)

/** All that the strip shows, in order of day. */
export const StripTable = ({ t, page, today }: { t: T; page: TrajectoryPage; today: Day }) => {
  const phase = (id: string | null) => page.phases.find((one) => one.id === id)?.label[t.language] ?? ''
  const birth = page.childBornOn ?? page.dueOn
  const rows = [
    ...page.contacts.map((contact) => ({
      on: markDay(contact),
      what:
        contact.visitNumber === null
          ? t('contact.uncounted')
          : t('contact.nth', { count: contact.visitNumber }),
      when: whenOfContact(t, contact, today),
      phase: phase(contact.phase),
      state: stateOfContact(t, contact),
    })),
    ...page.measures.map((one) => ({
      on: one.on && dayNumber(one.on),
      what: t('trajectory.strip-measure', { moment: one.moment }),
      when: one.on ? t.day(one.on, today) : '',
      phase: '',
      state: t(`trajectory.measure.${one.state}`),
    })),
    ...page.phaseSpans.map(({ phase: id, from, until }) => ({
      on: dayNumber(from),
      what: t('trajectory.strip-phase', { phase: phase(id) }),
      when: until
        ? t('course.phase-between', { from: t.day(from, today), until: t.day(until, today) })
        : t('course.phase-since', { day: t.day(from, today) }),
      phase: '',
      state: '',
    })),
    ...page.care.map(({ kind, from, until }) => ({
      on: dayNumber(from),
      what: t(`trajectory.strip-care.${kind}`),
      when: until
        ? t('course.phase-between', { from: t.day(from, today), until: t.day(until, today) })
        : t('course.phase-since', { day: t.day(from, today) }),
      phase: '',
      state: '',
    })),
    ...(birth
      ? [
          {
            on: dayNumber(birth),
            what: t(page.childBornOn ? 'trajectory.strip-born' : 'trajectory.strip-due'),
            when: t.day(birth, today),
            phase: '',
            state: '',
          },
        ]
      : []),
  ].sort((a, b) => (a.on ?? undated) - (b.on ?? undated))
  return (
    <Table
      caption={t('trajectory.strip')}
      rows={rows}
      empty={t('contact.all-empty')}
      columns={[
        { heading: t('trajectory.strip-column.what'), cell: ({ what }) => what },
        { heading: t('trajectory.strip-column.when'), cell: ({ when }) => when },
        { heading: t('trajectory.strip-column.phase'), cell: (row) => row.phase },
        { heading: t('trajectory.strip-column.state'), cell: ({ state }) => state },
      ]}
    />
  )
}
