import { mayLeave } from '#domain/instrument/ways-to-ask.ts'
import { fieldOf, staffModes } from '#domain/measure/answers.ts'
import type { Instrument } from '#domain/programme/measuring.ts'
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
import { AnswersFile } from '#pages/measure/answers-file.tsx'
import { DangerNotice } from '#pages/measure/danger-notice.tsx'
import { DeclineForm } from '#pages/measure/decline-form.tsx'
import { momentInPath } from '#pages/measure/moment-in-path.ts'
import { PartHeading, Parts, partsOf } from '#pages/measure/parts-of-moment.tsx'
import { QuestionField } from '#pages/measure/question-field.tsx'
import { AloneQuestions, NotNow, ShelfQuestions } from '#pages/measure/shelf-questions.tsx'
import { lastStep, noSteps, Step, stepsOf } from '#pages/measure/steps.tsx'
import { addressWith, TextLanguages, textsIn } from '#pages/measure/text-languages.tsx'
import { page, type StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'

export const placeOf = ({ params }: StaffRequest) => ({
  trajectoryId: params.id ?? '',
  moment: momentInPath(params),
})

/** The names of the fields of everything that is asked. */
export const fieldsOf = (asked: readonly { readonly instrument: Instrument }[]): string[] =>
  asked.flatMap(({ instrument }) => instrument.items.map((item) => fieldOf(instrument, item)))

/** This moment as it stands, and what of it can be asked now. */
export async function readMoment(request: StaffRequest) {
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
export async function showTaking(request: StaffRequest, problem: Problem = noProblem, fromFile?: FromFile) {
  const { today } = request
  const { list, found, open, due } = await readMoment(request)
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
      {open.length > 0 && list.ownDevice && (
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
