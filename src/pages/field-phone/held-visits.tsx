import { answersOf, readLog } from '#domain/contact/log-answers.ts'
import { putAwayReasons } from '#domain/field-phone/phone-entry.ts'
import { WhatWasLogged } from '#pages/contact/contact-facts.tsx'
import { Buttons, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { listHeld } from '#usecases/field-phone/list-held.ts'
import { type HeldEntry, readHeld } from '#usecases/field-phone/read-held.ts'
import { settleEntry } from '#usecases/field-phone/settle-entry.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** Visits that came from a phone and could not go in by themselves: both versions beside each other, and a person decides. */
export const heldVisitRoutes: readonly Route[] = [
  staffRoute({
    path: paths.heldVisit.list(),
    who: ['coordinator', 'worker'],
    async get({ context, actor, t, today }) {
      const { held, elsewhere } = await listHeld(context, actor, {})
      return page(
        t('held.title'),
        <>
          <Heading level={1}>{t('held.title')}</Heading>
          <Text>{t('held.text')}</Text>
          {elsewhere > 0 && <Text>{t('held.elsewhere', { count: elsewhere })}</Text>}
          {held.length === 0 && <Empty title={t('held.none')} />}
          {held.map((one) => (
            <Card
              key={one.id}
              title={t('held.of', { name: one.name })}
              href={paths.heldVisit.one(one.id)}
              level={2}
            >
              <Text>
                {t('held.written', {
                  writer: one.writer,
                  day: t.day(one.writtenAt.toPlainDate(), today),
                })}
              </Text>
              <Text quiet>{t(`held.because.${one.because}`)}</Text>
            </Card>
          ))}
        </>,
      )
    },
  }),
  staffRoute({
    path: paths.heldVisit.one(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const because = putAwayReasons.find((one) => one === form.text('because')) ?? null
          await settleEntry(
            context,
            actor,
            {
              id: idOf(request),
              version: Number(form.text('version')),
              how: form.text('how') === 'log' ? 'log' : 'put-away',
              because,
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(
            paths.heldVisit.list(),
            form.text('how') === 'log' ? 'held.said.logged' : 'held.said.put-away',
          )
        },
        (problem) => show(request, problem),
      ),
  }),
]

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, today, newKey } = request
  const held = await readHeld(context, actor, { id: idOf(request) })
  const there = held.contactId ? await readContact(context, actor, { id: held.contactId }) : null
  const t = there ? request.t.of(there.people) : request.t
  const state = { t, form: request.form, problem }
  const title = t('held.of', { name: held.name })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Notice tone="attention" title={t(`held.because.${held.because}`)}>
        <Text>
          {t('held.written', { writer: held.writer, day: t.day(held.writtenAt.toPlainDate(), today) })}
        </Text>
        {held.claimedAt && (
          <Text>
            {t('held.claimed', {
              day: t.day(held.claimedAt.toPlainDate(), today),
              time: held.claimedAt.toPlainTime().toString({ smallestUnit: 'minute' }),
            })}
          </Text>
        )}
      </Notice>
      <Heading>{t('held.from-phone')}</Heading>
      {held.answers ? <FromPhone t={t} held={held} today={today} /> : <Text>{held.raw ?? ''}</Text>}
      {there && (
        <>
          <Heading>{t('held.there')}</Heading>
          <WhatWasLogged t={t} contact={there} today={today} />
          <Link href={paths.contact.one(there.id)}>{t('contact.see-it')}</Link>
        </>
      )}
      {held.abilities.log && (
        <PostForm state={state} submissionKey={newKey()} action={paths.heldVisit.one(held.id)}>
          <input type="hidden" name="version" value={held.version} />
          <Text>{t('held.log-text')}</Text>
          <Buttons>
            <SubmitButton name="how" value="log">
              {t('held.log')}
            </SubmitButton>
          </Buttons>
        </PostForm>
      )}
      {held.abilities.putAway && (
        <PostForm
          state={{ ...state, problem: noProblem }}
          submissionKey={newKey()}
          action={paths.heldVisit.one(held.id)}
        >
          <input type="hidden" name="version" value={held.version} />
          <Select
            state={state}
            name="because"
            label={t('held.put-away-because')}
            empty={t('held.choose')}
            options={putAwayReasons.map((one) => ({ value: one, label: t(`held.put-away.${one}`) }))}
          />
          <Buttons>
            <SubmitButton name="how" value="put-away" kind="secondary">
              {t('held.put-away')}
            </SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </>,
  )
}

/** Every answer of it, as it was given. */
const FromPhone = ({ t, held, today }: { t: T; held: HeldEntry; today: Temporal.PlainDate }) => {
  const answers = held.answers ?? {}
  const log = readLog(answersOf(answers), held.writtenAt.toPlainDate())
  const sheet = held.sheets.find(({ id }) => id === log.talkSheet)?.title[t.language] ?? log.talkSheet
  return (
    <Summary
      rows={[
        [t('contact.result'), answers.what ? resultIn(t, answers.what) : null],
        [t('contact.date'), dayIn(t, log.on, today)],
        [t('contact.minutes'), log.minutes === null ? (answers.minutesTyped ?? null) : String(log.minutes)],
        [t('contact.where'), log.mode && t(`contact.mode.${log.mode}`)],
        [t('contact.talk-sheet'), sheet],
        [t('contact.feeling'), log.feeling && t(`contact.feeling.${log.feeling}`)],
        [t('contact.was-there'), log.present.map((one) => t(`contact.present.${one}`)).join(', ') || null],
        [t('contact.how-it-went'), log.went],
        [t('contact.next-step'), log.next],
      ]}
    />
  )
}
const resultIn = (t: T, what: string): string => {
  const key = `contact.what.${what}`
  return t.has(key) ? t(key) : what
}
const dayIn = (t: T, on: string | null, today: Temporal.PlainDate): string | null =>
  on && /^\d{4}-\d\d-\d\d$/.test(on) ? t.day(Temporal.PlainDate.from(on), today) : on
