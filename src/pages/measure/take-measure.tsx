import { largestTextsFile } from '#domain/instrument/instrument-texts.ts'
import { mayLeave } from '#domain/instrument/ways-to-ask.ts'
import { declineReasons, fieldOf, staffModes } from '#domain/measure/answers.ts'
import type { Instrument } from '#domain/programme/measuring.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm, formOf } from '#pages/form-data.ts'
import { onFileField } from '#pages/instrument/fhir-file-problems.tsx'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
} from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { AnswersFile, takeFile } from '#pages/measure/answers-file.tsx'
import { DangerNotice } from '#pages/measure/danger-notice.tsx'
import { DeclineForm } from '#pages/measure/decline-form.tsx'
import { showKeyAgain } from '#pages/measure/key-again.tsx'
import { momentInPath } from '#pages/measure/moment-in-path.ts'
import { PartHeading, Parts, partsOf } from '#pages/measure/parts-of-moment.tsx'
import { QuestionField } from '#pages/measure/question-field.tsx'
import { AloneQuestions, NotNow, ShelfQuestions } from '#pages/measure/shelf-questions.tsx'
import { lastStep, noSteps, Step, stepsOf } from '#pages/measure/steps.tsx'
import { addressWith, TextLanguages, textsIn } from '#pages/measure/text-languages.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { declineMeasure } from '#usecases/measure/decline-measure.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'

const placeOf = ({ params }: StaffRequest) => ({
  trajectoryId: params.id ?? '',
  moment: momentInPath(params),
})

const fieldsOf = (asked: readonly { readonly instrument: Instrument }[]): string[] =>
  asked.flatMap(({ instrument }) => instrument.items.map((item) => fieldOf(instrument, item)))

async function read(request: StaffRequest) {
  const { trajectoryId, moment } = placeOf(request)
  const list = await listMeasures(request.context, request.actor, { trajectoryId, texts: textsIn(request) })
  const found = list.moments.find((one) => one.moment === moment)
  if (!found) throw new NotFound()
  const open = found.measures.filter(({ state }) => state === 'due')
  return { list, found, open, due: open.filter(({ hindrance }) => hindrance === null) }
}

/** What was kept of a file, where the form still holds what was typed of the rest. */
interface FromFile {
  readonly concernId: string | null
}

/** The questions of one moment: read out, or handed over. */
async function show(request: StaffRequest, problem: Problem = noProblem, fromFile?: FromFile) {
  const { today } = request
  const { list, found, open, due } = await read(request)
  const t = request.t.of(list.people)
  // A refusal that came back from the form shows on it; nothing left to ask and no form is a refusal of its own.
  if (problem === noProblem && found.notNow) throw new Refused(found.notNow)
  if (open.length === 0 && problem === noProblem) throw new Refused('measure-not-due')
  const declining = request.form.text('what') === 'decline'
  const asked = fieldsOf(due)
  const carried = Object.fromEntries(
    Object.entries(list.carried?.answers ?? {}).filter(([name]) => asked.includes(name)),
  )
  const again: FormState = { t, form: request.form, problem }
  const first: FormState = {
    t,
    form: filledForm({ ...carried, takenOn: t.longDay(today), mode: 'together' }),
    problem: noProblem,
  }
  const typed: FormState = { ...again, problem: onFileField(problem) }
  const taking = fromFile ? again : problem === noProblem || declining ? first : typed
  const submissionKey = fromFile ? request.newKey() : (request.form.key ?? request.newKey())
  const fromShelf = due.flatMap(({ instrument, shelf }) => (shelf ? [{ instrument, shelf }] : []))
  const own = due.filter(({ shelf }) => shelf === null)
  const shelved = fromShelf.map(({ shelf }) => shelf)
  const parts = partsOf(t, own.length > 0, shelved)
  const oneByOne = request.query.has('one')
  const openly = [...own, ...fromShelf.filter(({ shelf }) => !shelf.alone)]
  const steps = oneByOne
    ? stepsOf(fieldsOf(openly), fieldsOf(fromShelf.filter(({ shelf }) => shelf.alone)))
    : noSteps
  const here = paths.measure.take(list.trajectoryId, found.moment)
  const texts = list.textLanguages.length > 1 ? request.query.get('texts') : null
  return page(
    t('measure.take-title', { moment: found.label[t.language] }),
    <>
      <Heading level={1}>{t('measure.take-title', { moment: found.label[t.language] })}</Heading>
      <Text lead>{list.name}</Text>
      {fromFile && (
        <Notice tone="done" title={t('measure.file-kept')}>
          <Text>{t('measure.file-kept-text')}</Text>
        </Notice>
      )}
      {taking !== first && (
        <DangerNotice
          t={t}
          form={request.form}
          asked={shelved}
          trajectoryId={list.trajectoryId}
          concernId={fromFile?.concernId ?? problem.concernId}
        />
      )}
      <Text>{t('measure.take-lead')}</Text>
      {due.length > 0 && (
        <p>
          <Link href={addressWith(here, { one: oneByOne ? null : '1', texts })}>
            {t(oneByOne ? 'measure.all-at-once' : 'measure.one-by-one')}
          </Link>
        </p>
      )}
      <TextLanguages
        t={t}
        languages={list.textLanguages}
        addressIn={(language) => addressWith(here, { one: oneByOne ? '1' : null, texts: language })}
      />
      <NotNow t={t} measures={open} />
      {fromShelf.length > 0 && (
        <div data-read-aloud={t('sheet.stop-reading')} hidden>
          <p class="naast-actions">
            <button type="button" class="utrecht-button utrecht-button--secondary-action">
              {t('sheet.read-aloud')}
            </button>
          </p>
        </div>
      )}
      {list.carried && Object.keys(carried).length > 0 && (
        <Notice>
          <Text>{t('measure.carried', { day: t.day(list.carried.on, today) })}</Text>
        </Notice>
      )}
      <PostForm state={taking} submissionKey={submissionKey} multipart>
        <input type="hidden" name="what" value="take" />
        {!list.agreed && (
          <Checkboxes
            state={taking}
            name="agreed"
            label={t('measure.agree')}
            options={[{ value: 'yes', label: t('measure.agree-yes') }]}
          />
        )}
        <Parts t={t} parts={parts} />
        <PartHeading t={t} parts={parts} id="own" />
        {own.map(({ instrument }) => (
          <section key={instrument.id}>
            {instrument.introduction && <Text quiet>{instrument.introduction[t.language]}</Text>}
            {instrument.items.map((item) => (
              <Step key={item.id} t={t} steps={steps} field={fieldOf(instrument, item)}>
                <QuestionField state={taking} instrument={instrument} item={item} />
              </Step>
            ))}
          </section>
        ))}
        {fromShelf
          .filter(({ shelf }) => !shelf.alone)
          .map((one) => (
            <ShelfQuestions key={one.shelf.id} state={taking} steps={steps} {...one}>
              <PartHeading t={t} parts={parts} id={one.shelf.id} />
            </ShelfQuestions>
          ))}
        <AloneQuestions state={taking} steps={steps} asked={fromShelf.filter(({ shelf }) => shelf.alone)}>
          <PartHeading t={t} parts={parts} id="alone" />
        </AloneQuestions>
        <span id={lastStep} />
        {parts.length > 1 && <Heading>{t('measure.part-last')}</Heading>}
        <DayField state={taking} name="takenOn" label={t('measure.taken-on')} />
        <Radios
          state={taking}
          name="mode"
          label={t('measure.mode')}
          options={staffModes.map((mode) => ({ value: mode, label: t(`measure.mode.${mode}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('measure.save')}</SubmitButton>
        </Buttons>
        {fromFile === undefined && fromShelf.some(({ shelf }) => mayLeave(shelf)) && (
          <AnswersFile
            state={taking}
            problem={problem}
            asked={fromShelf.map(({ instrument }) => instrument)}
          />
        )}
      </PostForm>
      {open.length > 0 && (
        <p>
          <Link href={paths.measure.ownDevice(list.trajectoryId, found.moment)}>{t('own-device.link')}</Link>
        </p>
      )}
      {found.paperCode && (
        <>
          <Heading>{t('measure.mode.on_paper')}</Heading>
          <Text>{t('measure.paper-hint', { code: found.paperCode })}</Text>
          <Link href={addressWith(paths.measure.print(list.trajectoryId, found.moment), { texts })}>
            {t('measure.paper-print')}
          </Link>
        </>
      )}
      <DeclineForm
        state={declining ? again : { t, form: formOf(null), problem: noProblem }}
        submissionKey={submissionKey}
      />
      <Link href={paths.measure.list(list.trajectoryId)}>{t('measure.back')}</Link>
    </>,
    { islands: fromShelf.length > 0 ? ['read-aloud'] : [] },
  )
}

async function take(request: StaffRequest) {
  const { context, actor, form, t, today } = request
  const place = placeOf(request)
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'decline') {
    const reason = declineReasons.find((one) => one === form.text('reason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    await declineMeasure(context, actor, { ...place, reason }, submission)
    return seeOther(paths.measure.list(place.trajectoryId), 'measure.said.declined')
  }
  if (form.text('fill') === 'file') return takeFromFile(request)
  const { found, open } = await read(request)
  const takenOn = readTypedDay(form.text('takenOn'), { today })
  const names = fieldsOf(found.measures)
  const { concernId, kept } = await takeMeasure(
    context,
    actor,
    {
      ...place,
      // Also what can't be right goes to the use case: danger in the answers is told before anything is refused.
      takenOn: takenOn?.toString() ?? '',
      mode: form.text('mode'),
      language: t.language,
      alone: form.checked('alone'),
      versions: Object.fromEntries(
        open.flatMap(({ shelf }) => {
          const version = shelf && form.text(`version.${shelf.id}`)
          return version ? [[shelf.id, version]] : []
        }),
      ),
      answers: Object.fromEntries(names.map((name) => [name, form.text(name)])),
      agreed: form.checked('agreed'),
    },
    submission,
  )
  return afterTaking(place.trajectoryId, { concernId, kept })
}

/** Her answers to one questionnaire are kept; what was typed of the others stays on the page to be kept too. */
async function takeFromFile(request: StaffRequest) {
  const place = placeOf(request)
  const { concernId, kept } = await takeFile(request, place)
  const { due } = await read(request)
  const isTyped = fieldsOf(due).some((name) => request.form.text(name) !== '')
  if (kept && isTyped) return show(request, noProblem, { concernId })
  return afterTaking(place.trajectoryId, { concernId, kept })
}

function afterTaking(trajectoryId: string, { concernId, kept }: { concernId: string | null; kept: boolean }) {
  if (concernId)
    return seeOther(paths.concern.one(concernId), kept ? 'measure.said.alarm' : 'measure.said.alarm-only')
  return seeOther(paths.measure.list(trajectoryId), 'measure.said.taken')
}

/** Two who key in the same paper at once: nothing is lost, what the second one keyed is the second keying. */
async function takeOrKeyAgain(request: StaffRequest) {
  try {
    return await take(request)
  } catch (error) {
    const first = error instanceof Refused && (doneMeanwhile as readonly string[]).includes(error.code)
    if (!first || request.form.text('mode') !== 'on_paper') throw error
    try {
      const told = { ...noProblem, concernId: error.told?.concernId ?? null }
      return { ...(await showKeyAgain(request, told, true)), status: 409 as const }
    } catch (other) {
      // Not keyed in from paper, or by herself: then it is what it was.
      if (other instanceof Refused) throw error
      throw other
    }
  }
}
const doneMeanwhile = ['measure-done-meanwhile', 'measure-not-due'] as const

export const takeMeasureRoutes: readonly Route[] = [
  staffRoute({
    path: paths.measure.take(':id', ':moment'),
    who: ['coordinator'],
    bodyLimit: largestTextsFile * 2,
    tooLarge: async (request) => ({
      ...(await show(request, { ...noProblem, fields: { file: 'fhir-too-large' } })),
      status: 413,
    }),
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => takeOrKeyAgain(request),
        (problem) => show(request, problem),
      ),
  }),
]
