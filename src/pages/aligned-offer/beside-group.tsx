import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { besideHer, OfferFields, offerTyped, wholeNumber } from '#pages/aligned-offer/offer-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  type FormState,
  Pair,
  PostForm,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { capital } from '#pages/words/capital.ts'
import { planAlignedOffer } from '#usecases/aligned-offer/plan-aligned-offer.ts'
import { readAlignedOffers } from '#usecases/aligned-offer/read-aligned-offers.ts'
import { readGroupTerms } from '#usecases/group/read-group-terms.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** What stands beside one women's group, and putting something beside it. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const beside = await readAlignedOffers(context, actor, { groupId: idOf(request) })
  const terms = await readGroupTerms(context, actor, { groupId: idOf(request) })
  const form =
    problem === noProblem
      ? filledForm({ offer: beside.may[0]?.id, cadenceDays: '7', count: '12', minutes: '120' })
      : request.form
  const state: FormState = { t, form, problem }
  return page(
    t('aligned.title'),
    <>
      <Heading level={1}>{t('aligned.title')}</Heading>
      <Text lead>{beside.title}</Text>
      <Text>{t('aligned.lead')}</Text>
      <Text quiet>{t(beside.doorKnown ? 'aligned.own-door-known' : 'aligned.own-door-unknown')}</Text>
      {beside.offers.length === 0 && <Empty title={t('aligned.none')} />}
      {beside.offers.map((offer) => (
        <Card key={offer.id} title={offer.title} href={paths.group.besideOne(beside.groupId, offer.id)}>
          <Text>
            {[capital(offer.label[t.language]), offer.location, ...offer.staff.map(({ name }) => name)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text quiet>
            {t(offer.doorKnown ? 'aligned.door-known' : 'aligned.door-unknown')}
            {offer.meetings[0] && ` · ${t.day(offer.meetings[0].on, today)} ${offer.meetings[0].at}`}
          </Text>
        </Card>
      ))}
      {beside.may.length > 0 && (
        <section>
          <Heading>{t('aligned.plan')}</Heading>
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <Select
              state={state}
              name="offer"
              label={t('aligned.which')}
              options={beside.may.map(({ id, label }) => ({ value: id, label: capital(label[t.language]) }))}
            />
            <Pair>
              <DayField state={state} name="firstOn" label={t('aligned.first-on')} />
              <TextField state={state} name="at" label={t('aligned.at')} width={4} />
            </Pair>
            <Pair>
              <TextField
                state={state}
                name="count"
                label={t('aligned.count')}
                inputMode="numeric"
                width={4}
              />
              <TextField
                state={state}
                name="cadenceDays"
                label={t('aligned.cadence')}
                inputMode="numeric"
                width={4}
              />
            </Pair>
            <TextField
              state={state}
              name="minutes"
              label={t('aligned.minutes')}
              inputMode="numeric"
              width={4}
            />
            <OfferFields state={state} workers={besideHer(terms)} />
            <Buttons>
              <SubmitButton>{t('aligned.save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
      <Link href={paths.group.one(beside.groupId)}>{t('group.back')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

async function plan({ context, actor, form, today, params }: StaffRequest) {
  const groupId = params.id ?? ''
  await planAlignedOffer(
    context,
    actor,
    {
      ...offerTyped(form),
      groupId,
      offer: form.text('offer'),
      firstOn: readTypedDay(form.text('firstOn'), { today }) ?? form.text('firstOn'),
      at: readTypedTime(form.text('at')) ?? form.text('at'),
      count: wholeNumber(form.text('count')),
      cadenceDays: wholeNumber(form.text('cadenceDays')),
      minutes: wholeNumber(form.text('minutes')),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.group.beside(groupId), 'aligned.said.planned')
}

export const besideGroupRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.beside(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => plan(request),
        (problem) => show(request, problem),
      ),
  }),
]
