import { leaveReasons } from '#domain/group/group-place.ts'
import { relationKinds } from '#domain/group/relation.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { ConcernSection } from '#pages/concern/raise-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Gates, PlaceTag } from '#pages/group/group-state.tsx'
import { actAtPlace, ChildrenForm, HelperForm, ToldForm } from '#pages/group/place-around.tsx'
import { CareForms, LeaveForm, type PlaceForms, RelationForm, TalkForm } from '#pages/group/place-forms.tsx'
import { Buttons, ErrorSummary, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { refuseFiles } from '#pages/text-only.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { checkCare } from '#usecases/group/check-care.ts'
import { checkRelations } from '#usecases/group/check-relations.ts'
import { endPlaceOf } from '#usecases/group/end-place.ts'
import { enrolPlace } from '#usecases/group/enrol-place.ts'
import { preparePlace } from '#usecases/group/prepare-place.ts'
import { type PlacePage, readPlace } from '#usecases/group/read-place.ts'
import { recordCare } from '#usecases/group/record-care.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** Her place: what must be in order, who mends it, and the forms with which this reader mends her part. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const place = await readPlace(context, actor, { id: idOf(request) })
  const forms: PlaceForms = {
    place,
    t,
    today,
    submissionKey: request.form.key ?? request.newKey(),
    stateOf: (what, known = {}) =>
      request.form.text('what') === what && problem !== noProblem
        ? { t, form: request.form, problem, scope: what }
        : { t, form: filledForm(known), problem: noProblem, scope: what },
  }
  const known = 'talk relations care check leave told children helper'
    .split(' ')
    .includes(request.form.text('what'))
  return page(
    t('group.place'),
    <>
      <Heading level={1}>{t('group.place-of', { name: place.given })}</Heading>
      {!known && <ErrorSummary state={{ t, form: request.form, problem }} />}
      <Summary
        rows={[
          [t('group.one'), <Link href={paths.group.one(place.groupId)}>{place.group}</Link>],
          [t('group.place-state'), <PlaceTag t={t} state={place.state} />],
          place.sessionsHeld > 0
            ? [
                t('group.there.present'),
                [
                  t('group.attended-of', { attended: place.attended, held: place.sessionsHeld }),
                  place.madeUp > 0 ? t('group.made-up', { count: place.madeUp }) : '',
                ]
                  .filter(Boolean)
                  .join(', '),
              ]
            : null,
          endWords(forms),
        ]}
      />
      {place.open && <Order forms={forms} />}
      <CareForms forms={forms} />
      {place.asksTalk && <TalkForm forms={forms} />}
      {place.asksRelations && <RelationForm forms={forms} />}
      {place.seated && <ToldForm forms={forms} />}
      {place.open && <ChildrenForm forms={forms} />}
      {place.leads && place.open && <HelperForm forms={forms} />}
      {place.mayDecide && place.open && <LeaveForm forms={forms} />}
      <ConcernSection
        t={t}
        state={{ t, form: filledForm({}), problem: noProblem }}
        submissionKey={request.newKey()}
        trajectoryId={place.worryAbout}
        toSafety={place.trajectoryId !== null}
      />
      <p class="naast-actions">
        {place.trajectoryId && (
          <ButtonLink href={paths.trajectory.one(place.trajectoryId)} kind="secondary">
            {t('group.to-trajectory')}
          </ButtonLink>
        )}
        {place.trajectoryId && !place.open && (
          <ButtonLink href={paths.closing(place.trajectoryId)} kind="secondary">
            {t('group.to-closing')}
          </ButtonLink>
        )}
      </p>
      <Link href={paths.group.one(place.groupId)}>{t('group.back')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

function endWords({ place, t, today }: PlaceForms): readonly [string, string] | null {
  if (!place.endedOn) return null
  const key = `group.leave.${place.endCode}`
  return [t.day(place.endedOn, today), t.has(key) ? t(key) : '—']
}

/** What stands between her and a seat, with the way to each; or the seat itself. */
const Order = ({ forms: { place, t, submissionKey, stateOf } }: { forms: PlaceForms }) => (
  <Notice title={t(place.gates.length > 0 ? 'group.gates' : 'group.gates-done')}>
    {place.gates.length > 0 && <Gates t={t} gates={place.gates} />}
    {place.mayEnrol && (
      <PostForm state={stateOf('enrol')} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="enrol" />
        <input type="hidden" name="version" value={place.version} />
        <Buttons>
          <SubmitButton>{t('group.enrol')}</SubmitButton>
        </Buttons>
      </PostForm>
    )}
    <p class="naast-actions">
      {place.personId && place.gates.some(({ gate }) => gate === 'safe-contact') && (
        <ButtonLink href={paths.safeContact(place.personId)} kind="secondary">
          {t('group.to-contact-rule')}
        </ButtonLink>
      )}
      {place.trajectoryId && place.gates.some(({ gate }) => gate === 'group-rules') && (
        <ButtonLink href={`${paths.consent.list(place.trajectoryId)}?code=C-11`} kind="secondary">
          {t('group.to-consents')}
        </ButtonLink>
      )}
    </p>
    {place.gates.length === 0 && place.state !== 'candidate' && (
      <Text quiet>{t(`group.place.${place.state}`)}</Text>
    )}
  </Notice>
)

/** One form a deed; each says on the page what was done. */
async function act(request: StaffRequest) {
  const { context, actor, form, today } = request
  refuseFiles(form)
  const id = idOf(request)
  const here = { id, version: Number(form.text('version')) }
  const submission = form.key ? { key: form.key } : undefined
  const back = (said: string) => seeOther(paths.group.place(id), said)
  switch (form.text('what')) {
    case 'enrol':
      await enrolPlace(context, actor, here, submission)
      return back('group.said.enrolled')
    case 'talk': {
      const talkOn = readTypedDay(form.text('talkOn'), { today }) ?? form.text('talkOn')
      await preparePlace(context, actor, { ...here, talkOn, way: form.optional('way') }, submission)
      return back('group.said.changed')
    }
    case 'relations': {
      if (form.text('found') === '') throw new Invalid({ found: 'choose-one' })
      const found = relationKinds.find((kind) => kind === form.text('found')) ?? null
      const withPlaceId = form.optional('withPlaceId')
      const note = form.optional('note')
      await checkRelations(context, actor, { ...here, found, withPlaceId, note }, submission)
      return back('group.said.changed')
    }
    case 'leave': {
      const reason = leaveReasons.find((one) => one === form.text('reason'))
      if (!reason) throw new Invalid({ reason: 'choose-one' })
      await endPlaceOf(context, actor, { ...here, reason }, submission)
      return back('group.said.left')
    }
    case 'told':
    case 'children':
    case 'helper':
      return actAtPlace(request, here, back)
    case 'care':
    case 'check':
      await aboutCare(request, await readPlace(context, actor, { id }))
      return back('group.said.changed')
    default:
      throw new Invalid({ what: 'choose-one' })
  }
}

async function aboutCare({ context, actor, form }: StaffRequest, { trajectoryId }: PlacePage) {
  if (trajectoryId === null) throw new NotFound()
  const submission = form.key ? { key: form.key } : undefined
  const type = form.text('type')
  if (form.text('what') === 'care')
    await recordCare(context, actor, { trajectoryId, type, helper: form.text('helper') }, submission)
  else {
    const answer = form.text('answer') === 'goes_on' ? 'goes_on' : 'ended'
    await checkCare(context, actor, { trajectoryId, type, answer }, submission)
  }
}

export const onePlaceRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.place(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
