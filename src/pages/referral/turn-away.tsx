import type { NetworkKind } from '#domain/network/network-organisation.ts'
import { type RedirectParty, redirectParties, rejectionReasons } from '#domain/referral/referral.ts'
import { filledForm, formOf } from '#pages/form-data.ts'
import {
  Buttons,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import type { OfferView } from '#usecases/network/offer-view.ts'
import { readHelpOffer } from '#usecases/network/read-help-offer.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'

const ways = ['redirect', 'advise', 'reject', 'withdraw'] as const

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const referral = await readReferral(context, actor, { id: request.params.id ?? '' })
  const offer = await chosenOffer(request)
  const party = offer ? partyOf(offer) : redirectParties.find((one) => one === request.query.get('to'))
  const first = party ? filledForm({ decision: 'redirect', party }) : formOf(null)
  const state: FormState = { t, form: problem === noProblem ? first : request.form, problem }
  return page(
    t('desk.turn-away-title'),
    <>
      <Heading level={1}>{t('desk.turn-away-title')}</Heading>
      <Text lead>{t('desk.turn-away-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={referral.version} />
        {offer ? (
          <Notice title={t('desk.turn-away.to', { organisation: offer.organisation })}>
            <input type="hidden" name="offer" value={offer.id} />
            <Text>
              {t(`help.category.${offer.category}`)}. {offer.words}
            </Text>
          </Notice>
        ) : (
          <p>
            <Link href={paths.desk.help(referral.id)}>{t('desk.find-help')}</Link>
          </p>
        )}
        <Radios
          state={state}
          name="decision"
          label={t('desk.turn-away.how')}
          options={ways.map((way) => ({ value: way, label: t(`desk.turn-away.${way}`) }))}
        />
        <Select
          state={state}
          name="party"
          label={t('desk.turn-away.party')}
          optional
          empty=""
          options={redirectParties.map((party) => ({ value: party, label: t(`referral.party.${party}`) }))}
        />
        <Select
          state={state}
          name="reason"
          label={t('desk.turn-away.reason')}
          optional
          empty=""
          options={rejectionReasons.map((reason) => ({
            value: reason,
            label: t(`referral.rejection.${reason}`),
          }))}
        />
        <TextArea state={state} name="note" label={t('desk.turn-away.note')} optional rows={3} />
        <Buttons>
          <SubmitButton>{t('desk.turn-away.confirm')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.desk.list() },
  )
}

/** The offer she is sent to, if one was chosen from what there is around us. */
const chosenOffer = async ({ context, actor, query, form }: StaffRequest) => {
  const id = form.text('offer') || query.get('offer')
  return id ? readHelpOffer(context, actor, { id }) : null
}
const partyOf = ({ organisationKind }: OfferView): RedirectParty => partyOfKind[organisationKind] ?? 'other'
const partyOfKind: Partial<Record<NetworkKind, RedirectParty>> = {
  neighbourhood_team: 'neighbourhood_team',
  jgz: 'jgz',
  gp_practice: 'gp',
  veilig_thuis_agency: 'veilig_thuis_agency',
  womens_shelter: 'womens_shelter',
}

/** What the form says, as the decision it asks for. Checks what the command can't name by field. */
function decisionOf({ form }: StaffRequest) {
  const way = ways.find((one) => one === form.text('decision'))
  if (!way) throw new Invalid({ decision: 'choose-one' })
  if (way === 'withdraw') return { decision: way }
  if (way === 'advise') return { decision: way }
  const party = redirectParties.find((one) => one === form.text('party'))
  const reason = rejectionReasons.find((one) => one === form.text('reason'))
  if (way === 'redirect') {
    if (!party) throw new Invalid({ party: 'choose-one' })
    return { decision: way, code: party, helpOfferId: form.optional('offer') }
  }
  if (!reason) throw new Invalid({ reason: 'choose-one' })
  return { decision: way, code: reason }
}

export const turnAwayRoutes: readonly Route[] = [
  staffRoute({
    path: paths.desk.turnAway(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const id = request.params.id ?? ''
          await decideReferral(
            context,
            actor,
            {
              id,
              version: Number(form.text('version')),
              note: form.optional('note'),
              decision: decisionOf(request),
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.desk.list(), 'desk.said.decided')
        },
        (problem) => show(request, problem),
      ),
  }),
]
