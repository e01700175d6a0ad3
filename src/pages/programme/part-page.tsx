import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isBuilderPart } from '#domain/programme/definition-parts.ts'
import { placeOf } from '#domain/programme/definition-place.ts'
import { provenances } from '#domain/programme/provenance.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Field, Together } from '#pages/programme/builder-fields.tsx'
import { Lists, listsIn } from '#pages/programme/builder-lists.tsx'
import {
  above,
  isUnder,
  isWorthAForm,
  newPlace,
  type Subject,
  schemaPath,
  shownFields,
  subjectAt,
} from '#pages/programme/builder-subject.ts'
import { draftMakers } from '#pages/programme/draft-makers.ts'
import { knownFields } from '#pages/programme/known-form.ts'
import { Problems } from '#pages/programme/problems.tsx'
import { readField } from '#pages/programme/read-form.ts'
import { fieldLabel, sayPlace } from '#pages/programme/say-definition.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { changeProgrammeDraft } from '#usecases/programme/change-programme-draft.ts'
import { type ProgrammeDraft, readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, params } = request
  const draft = await readProgrammeDraft(context, actor, { id: params.id ?? '' })
  const { definition } = draft
  if (!definition || draft.state !== 'draft') throw new NotFound()
  const subject = subjectAt(definition, params.at ?? '')
  const known = Object.assign(
    { prov: 'proposal' },
    ...subject.fields.map(({ at, field, value }) => knownFields(field, at, value)),
  )
  const state: FormState = {
    t,
    form: problem === noProblem ? filledForm(known) : request.form,
    problem: { ...problem, fields: shownFields(problem.fields, subject, definition) },
  }
  const title = titleOf(request, draft, subject)
  const forms = subject.fields.filter(isWorthAForm)
  const lists = subject.fields.flatMap(({ at, field, value }) => listsIn(field, at, value))
  const listing = subject.entry !== 'new' && (
    <Lists t={t} draftId={draft.id} definition={definition} lists={lists} />
  )
  // What a part is mostly about comes first.
  const listsFirst = !forms.some(({ at }) => at === subject.fields[0]?.at)
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text>
        <Link href={backOf(draft, subject)}>{t('builder.back')}</Link>
      </Text>
      {subject.entry === 'no' && isBuilderPart(subject.at) && (
        <Text lead>{t(`builder.lead.${subject.at}`)}</Text>
      )}
      <Problems
        t={t}
        definition={definition}
        problems={draft.problems.filter(({ field }) => isUnder(field, subject))}
      />
      {listsFirst && listing}
      {(forms.length > 0 || subject.entry !== 'no') && (
        <PostForm
          state={state}
          submissionKey={request.form.key ?? request.newKey()}
          action={paths.programmeDraft.part(draft.id, subject.at)}
        >
          <input type="hidden" name="version" value={String(draft.lockVersion)} />
          {forms.map(({ at, field, value }) => (
            <Field
              key={at}
              state={state}
              definition={definition}
              field={field}
              name={at}
              path={schemaPath(definition, at)}
              value={value}
              bare={subject.entry !== 'no'}
            />
          ))}
          <SourceOfChange state={state} definition={definition} />
          <Buttons>
            <SubmitButton name="do" value="save">
              {t(subject.entry === 'new' ? 'builder.add' : 'builder.save')}
            </SubmitButton>
            {subject.entry === 'known' && (
              <>
                <SubmitButton kind="secondary" name="do" value="up">
                  {t('builder.up')}
                </SubmitButton>
                <SubmitButton kind="secondary" name="do" value="down">
                  {t('builder.down')}
                </SubmitButton>
                <SubmitButton kind="danger" name="do" value="remove">
                  {t('builder.remove')}
                </SubmitButton>
              </>
            )}
          </Buttons>
        </PostForm>
      )}
      {!listsFirst && listing}
    </>,
    { place: paths.programme.list() },
  )
}

/** Asked once for all that changes in this form, and kept with each value that did. */
const SourceOfChange = ({ state, definition }: { state: FormState; definition: ProgrammeDefinition }) => {
  const { t } = state
  return (
    <Together label={t('builder.source')}>
      <Radios
        state={state}
        name="prov"
        label={t('builder.source-how')}
        options={provenances.map((one) => ({ value: one, label: t(`programme.prov.${one}`) }))}
      />
      {Object.keys(definition.sources).length > 0 && (
        <Select
          state={state}
          name="ref"
          optional
          label={t('builder.source-which')}
          empty={t('builder.choose')}
          options={Object.entries(definition.sources).map(([value, name]) => ({
            value,
            label: name[t.language],
          }))}
        />
      )}
      <TextArea
        state={state}
        name="why"
        optional
        rows={2}
        label={t('builder.why')}
        hint={t('builder.why-hint')}
      />
    </Together>
  )
}

function titleOf({ t }: StaffRequest, { definition }: ProgrammeDraft, { at, entry }: Subject): string {
  if (isBuilderPart(at)) return t(`builder.part.${at}`)
  const place = placeOf(at)
  if (entry === 'new')
    return t('builder.new-in', { list: fieldLabel(t, schemaPath(definition as ProgrammeDefinition, at)) })
  return sayPlace(t, definition, place)
}

const backOf = ({ id }: ProgrammeDraft, { at, entry }: Subject): string =>
  entry === 'no' ? paths.programmeDraft.one(id) : paths.programmeDraft.part(id, above(at))

async function save(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, params } = request
  const { id = '', at = '' } = params
  const draft = await readProgrammeDraft(context, actor, { id })
  const { definition } = draft
  if (!definition) throw new NotFound()
  const subject = subjectAt(definition, at)
  const change = (edit: Parameters<typeof changeProgrammeDraft>[2]['edit']) =>
    changeProgrammeDraft(
      context,
      actor,
      {
        id,
        version: Number(form.text('version')) || 0,
        edit,
        source: {
          prov: provenances.find((one) => one === form.text('prov')) ?? 'proposal',
          ref: form.optional('ref'),
          why: form.optional('why'),
        },
      },
      form.key ? { key: form.key } : undefined,
    )
  const asked = form.text('do')
  if (subject.entry === 'known' && (asked === 'up' || asked === 'down')) {
    await change({ do: 'move', at, by: asked === 'up' ? -1 : 1 })
    return seeOther(backOf(draft, subject), 'builder.said.saved')
  }
  if (subject.entry === 'known' && asked === 'remove') {
    await change({ do: 'remove', at })
    return seeOther(backOf(draft, subject), 'builder.said.removed')
  }
  const parts = readParts(request, definition, subject)
  if (parts.length > 0) await change({ do: 'set', parts })
  const [first] = parts
  return seeOther(
    paths.programmeDraft.part(id, subject.entry === 'new' && first ? first.at : at),
    subject.entry === 'new' ? 'builder.said.added' : 'builder.said.saved',
  )
}

function readParts({ form }: StaffRequest, definition: ProgrammeDefinition, subject: Subject) {
  const problems: Record<string, string> = {}
  const confirmed = form.all('confirm')
  const parts = subject.fields.filter(isWorthAForm).map(({ at, field, value }) => {
    const said = readField(
      { form, definition, problems },
      { ...field, optional: field.optional && subject.entry === 'no' },
      at,
      value,
    )
    return {
      at: subject.entry === 'new' ? newPlace(definition, at, said) : at,
      value: said,
      confirmed: confirmed
        .filter((place) => place === at || place.startsWith(`${at}.`))
        .map((place) => place.slice(at.length + 1).replace(/:.*$/, '')),
    }
  })
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  return parts
}

/** One page for each part of a draft, and one for each entry of its lists: forms, never the definition’s own text. */
export const builderPartRoutes: readonly Route[] = [
  staffRoute({
    path: paths.programmeDraft.part(':id', ':at'),
    who: draftMakers,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => save(request),
        (problem) => show(request, problem),
      ),
  }),
]
