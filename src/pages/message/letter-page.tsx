import { printAgainReasons } from '#domain/message/letter.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { tones } from '#pages/message/messages-page.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { type LetterPage, prepareLetter } from '#usecases/message/prepare-letter.ts'
import { printLetter } from '#usecases/message/print-letter.ts'
import { readPrintedLetter } from '#usecases/message/read-printed-letter.ts'
import { settleLetter } from '#usecases/message/settle-letter.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** One letter: how she may be reached, then the envelope, then what a person does with it. Its words are only printed. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, host, today, newKey } = request
  const letter = await prepareLetter(context, actor, { id: idOf(request) })
  const { id, version, state } = letter
  const form = problem === noProblem ? formOf(null) : request.form
  const key = () => (problem === noProblem ? newKey() : (request.form.key ?? newKey()))
  return page(
    t('message.letter.title'),
    <>
      <Heading level={1}>{t('message.letter.of', { name: letter.name })}</Heading>
      <p>
        <Tag tone={tones[state]}>{t(`message.letter.state.${state}`)}</Tag>
      </p>
      <SafeContactRule
        t={t}
        policy={letter.policy}
        phone={letter.phone}
        at={context.now().toZonedDateTimeISO(host.zone)}
      />
      {letter.refusal && (
        <Notice tone="attention" title={t('message.letter.not-now')}>
          <Text>{reasonOf(t, letter.refusal)}</Text>
        </Notice>
      )}
      {letter.envelope && <Envelope t={t} lines={letter.envelope} />}
      {state === 'pending' && (
        <PostForm state={{ t, form, problem }} submissionKey={key()} action={paths.message.letterPrint(id)}>
          <input type="hidden" name="version" value={version} />
          <Text>{t('message.letter.print-hint', { day: t.day(letter.until.toPlainDate(), today) })}</Text>
          <Buttons>
            <SubmitButton>{t('message.letter.print')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
      {state === 'handing_over' && (
        <>
          <Heading>{t('message.letter.posted')}</Heading>
          {letter.sayBy && (
            <Text>{t('message.letter.say-by', { day: t.day(letter.sayBy.toPlainDate(), today) })}</Text>
          )}
          <PostForm
            state={{ t, form, problem: only(problem, 'posted') }}
            submissionKey={newKey()}
            action={paths.message.letterPosted(id)}
          >
            <input type="hidden" name="version" value={version} />
            <Radios
              state={{ t, form, problem: only(problem, 'posted') }}
              name="posted"
              label={t('message.letter.posted-ask')}
              options={(['yes', 'no'] as const).map((value) => ({
                value,
                label: t(`message.letter.posted.${value}`),
              }))}
            />
            <Buttons>
              <SubmitButton>{t('message.letter.posted-save')}</SubmitButton>
            </Buttons>
          </PostForm>
          <details class="naast-more" open={'why' in problem.fields}>
            <summary>{t('message.letter.again')}</summary>
            <PostForm
              state={{ t, form, problem: only(problem, 'why') }}
              submissionKey={newKey()}
              action={paths.message.letterPrint(id)}
            >
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="again" value="yes" />
              <Radios
                state={{ t, form, problem: only(problem, 'why') }}
                name="why"
                label={t('message.letter.again-why')}
                hint={t('message.letter.again-hint')}
                options={printAgainReasons.map((value) => ({
                  value,
                  label: t(`message.letter.why.${value}`),
                }))}
              />
              <Buttons>
                <SubmitButton kind="secondary">{t('message.letter.print-again')}</SubmitButton>
              </Buttons>
            </PostForm>
          </details>
        </>
      )}
      <History t={t} letter={letter} today={today} />
      <Link href={paths.message.list()}>{t('message.letter.back')}</Link>
    </>,
    { place: paths.message.list() },
  )
}

/** A problem belongs to the form that it came from; a rule's refusal to whichever is shown. */
const only = (problem: Problem, field: string): Problem =>
  field in problem.fields || (Object.keys(problem.fields).length === 0 && field === 'posted')
    ? problem
    : noProblem

const reasonOf = (t: T, code: string): string => {
  const key = `task.reason.${code}`
  return t.has(key) ? t(key) : t('message.letter.not-now')
}

const Envelope = ({ t, lines }: { t: T; lines: readonly string[] }) => (
  <section>
    <Heading>{t('message.letter.envelope')}</Heading>
    <Text>{t('message.letter.envelope-hint')}</Text>
    <address class="naast-quote">
      {lines.map((line, at) => (
        <div key={at}>{line}</div>
      ))}
    </address>
  </section>
)

/** Who printed it when, and who said what became of it. */
const History = ({ t, letter, today }: { t: T; letter: LetterPage; today: Temporal.PlainDate }) => (
  <Summary
    rows={[
      ...letter.prints.map(
        ({ on, by, why }) =>
          [
            t(why === null ? 'message.letter.printed' : 'message.letter.printed-again'),
            [`${t.day(on, today)}, ${by ?? '—'}`, whyWords(t, why)].filter(Boolean).join('. '),
          ] as const,
      ),
      letter.settled
        ? [
            t(`message.letter.state.${letter.state}`),
            `${t.day(letter.settled.on, today)}, ${letter.settled.by ?? '—'}`,
          ]
        : null,
      letter.reasonCode ? [t('message.column.why'), reasonOf(t, letter.reasonCode)] : null,
    ]}
  />
)

const whyWords = (t: T, why: string | null): string => {
  const key = `message.letter.why.${why}`
  return t.has(key) ? t(key) : ''
}

async function print(request: StaffRequest) {
  const { context, actor, form } = request
  const id = idOf(request)
  const why = printAgainReasons.find((one) => one === form.text('why')) ?? null
  if (form.checked('again') && why === null) throw new Invalid({ why: 'choose-one' })
  const { refusal } = await printLetter(
    context,
    actor,
    { id, version: Number(form.text('version')), why },
    form.key ? { key: form.key } : undefined,
  )
  return refusal
    ? seeOther(paths.message.letter(id), 'message.said.letter-refused')
    : seeOther(paths.message.letterPaper(id))
}

async function settle(request: StaffRequest) {
  const { context, actor, form } = request
  const posted = (['yes', 'no'] as const).find((one) => one === form.text('posted'))
  if (!posted) throw new Invalid({ posted: 'choose-one' })
  await settleLetter(
    context,
    actor,
    { id: idOf(request), version: Number(form.text('version')), posted },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.message.letter(idOf(request)), `message.said.letter-${posted}`)
}

/** The letter and nothing else: no name, no heading of ours, a title and an address that say nothing. */
async function paper(request: StaffRequest) {
  const { context, actor, t } = request
  const { lines } = await readPrintedLetter(context, actor, { id: idOf(request) })
  return page(
    t('message.letter.paper'),
    <>
      <p class="naast-no-print">
        <Link href={paths.message.letter(idOf(request))}>{t('message.letter.after')}</Link>
      </p>
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </>,
    { frame: 'paper' },
  )
}

const who = ['coordinator'] as const
const again = (request: StaffRequest) => (problem: Problem) => show(request, problem)
export const letterRoutes: readonly Route[] = [
  staffRoute({ path: paths.message.letter(':id'), who, get: (request) => show(request) }),
  staffRoute({
    path: paths.message.letterPrint(':id'),
    who,
    post: (request) => attempt(() => print(request), again(request)),
  }),
  staffRoute({
    path: paths.message.letterPosted(':id'),
    who,
    post: (request) => attempt(() => settle(request), again(request)),
  }),
  staffRoute({ path: paths.message.letterPaper(':id'), who, get: paper }),
]
