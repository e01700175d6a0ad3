import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { besideHer, OfferFields, offerTyped, wholeNumber } from '#pages/aligned-offer/offer-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  type FormState,
  PostForm,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { capital } from '#pages/words/capital.ts'
import { changeAlignedOffer } from '#usecases/aligned-offer/change-aligned-offer.ts'
import { moveAlignedMeeting } from '#usecases/aligned-offer/move-aligned-meeting.ts'
import { readAlignedOffers } from '#usecases/aligned-offer/read-aligned-offers.ts'
import { stopAlignedOffer } from '#usecases/aligned-offer/stop-aligned-offer.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { readGroupTerms } from '#usecases/group/read-group-terms.ts'

/** One offer beside a group: what it is called, where, who leads it, its days. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, params } = request
  const groupId = params.id ?? ''
  const { offers } = await readAlignedOffers(context, actor, { groupId })
  const offer = offers.find(({ id }) => id === params.offerId)
  if (!offer) throw new NotFound()
  const terms = await readGroupTerms(context, actor, { groupId })
  const deed = request.form.text('deed')
  const known = filledForm({
    title: offer.title,
    location: offer.location,
    staffIds: offer.staff.map(({ id }) => id),
  })
  const stateOf = (of: string): FormState =>
    problem !== noProblem && deed === of
      ? { t, form: request.form, problem }
      : { t, form: of === 'change' ? known : filledForm({}), problem: noProblem }
  const version = <input type="hidden" name="version" value={request.form.text('version') || offer.version} />
  return page(
    t('aligned.title'),
    <>
      <Heading level={1}>{offer.title}</Heading>
      <Text lead>{capital(offer.label[t.language])}</Text>
      <PostForm state={stateOf('change')} submissionKey={request.newKey()}>
        {version}
        <input type="hidden" name="deed" value="change" />
        <OfferFields state={stateOf('change')} workers={besideHer(terms)} />
        <Buttons>
          <SubmitButton>{t('aligned.save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <section>
        <Heading>{t('aligned.meetings')}</Heading>
        <ol class="naast-list">
          {offer.meetings.map(({ number, on, at }) => (
            <li key={number}>
              {t.day(on, today)} {at}
            </li>
          ))}
        </ol>
      </section>
      <details class="naast-more" open={deed === 'move'}>
        <summary>{t('aligned.move')}</summary>
        <PostForm state={stateOf('move')} submissionKey={request.newKey()}>
          {version}
          <input type="hidden" name="deed" value="move" />
          <Select
            state={stateOf('move')}
            name="number"
            label={t('aligned.which-one')}
            options={offer.meetings.map(({ number, on }) => ({
              value: String(number),
              label: `${t('aligned.nth', { number })}: ${t.day(on, today)}`,
            }))}
          />
          <DayField state={stateOf('move')} name="on" label={t('aligned.first-on')} />
          <TextField state={stateOf('move')} name="at" label={t('aligned.at')} width={4} />
          <Buttons>
            <SubmitButton>{t('aligned.move-save')}</SubmitButton>
          </Buttons>
        </PostForm>
      </details>
      <PostForm state={stateOf('stop')} submissionKey={request.newKey()}>
        {version}
        <input type="hidden" name="deed" value="stop" />
        <Buttons>
          <SubmitButton kind="secondary">{t('aligned.stop')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.group.beside(groupId)}>{t('aligned.back')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

async function act(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, params, today } = request
  const [groupId, id] = [params.id ?? '', params.offerId ?? '']
  const version = wholeNumber(form.text('version')) || 0
  const once = form.key ? { key: form.key } : undefined
  const here = paths.group.besideOne(groupId, id)
  const deed = form.text('deed')
  if (deed === 'change') {
    await changeAlignedOffer(context, actor, { ...offerTyped(form), id, version }, once)
    return seeOther(here, 'aligned.said.changed')
  }
  if (deed === 'move') {
    await moveAlignedMeeting(
      context,
      actor,
      {
        id,
        version,
        number: wholeNumber(form.text('number')),
        on: readTypedDay(form.text('on'), { today }) ?? form.text('on'),
        at: readTypedTime(form.text('at')) ?? form.text('at'),
      },
      once,
    )
    return seeOther(here, 'aligned.said.moved')
  }
  if (deed !== 'stop') throw new Invalid({ deed: 'choose-one' })
  await stopAlignedOffer(context, actor, { id, version }, once)
  return seeOther(paths.group.beside(groupId), 'aligned.said.stopped')
}

export const oneOfferRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.besideOne(':id', ':offerId'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
