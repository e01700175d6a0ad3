import { formOf } from '#pages/form-data.ts'
import type { FormState } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { filledWithOffer, HelpOfferFields, offerIn } from '#pages/network/help-offer-form.tsx'
import { EndForm, SaveForm } from '#pages/network/keep-forms.tsx'
import { inOwnNames } from '#pages/network/network-form.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { addHelpOffer } from '#usecases/network/add-help-offer.ts'
import { changeHelpOffer } from '#usecases/network/change-help-offer.ts'
import { endHelpOffer } from '#usecases/network/end-help-offer.ts'
import { readHelpOffer } from '#usecases/network/read-help-offer.ts'
import { readNetworkOrganisation } from '#usecases/network/read-network-organisation.ts'

const who = ['coordinator', 'administrator'] as const
const idOf = (request: StaffRequest) => request.params.id ?? ''
const submissionOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const named = (error: unknown) => {
  throw inOwnNames(error)
}

async function showNew(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const organisation = await readNetworkOrganisation(context, actor, { id: idOf(request) })
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('network.add-offer'),
    <>
      <Heading level={1}>{t('network.add-offer')}</Heading>
      <Text lead>{organisation.name}</Text>
      <SaveForm state={state} submissionKey={request.form.key ?? request.newKey()} words={t('network.save')}>
        <HelpOfferFields state={state} />
      </SaveForm>
    </>,
    { place: paths.network.list() },
  )
}

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const offer = await readHelpOffer(context, actor, { id: idOf(request) })
  const state: FormState = {
    t,
    form: problem === noProblem ? filledWithOffer(offer) : request.form,
    problem,
  }
  return page(
    t('network.offer-title', { organisation: offer.organisation }),
    <>
      <Heading level={1}>{t('network.offer-title', { organisation: offer.organisation })}</Heading>
      {offer.ended ? (
        <Notice tone="attention">{t('network.offer-ended')}</Notice>
      ) : (
        <>
          <Notice tone={offer.stale ? 'attention' : 'info'}>
            {t(offer.stale ? 'network.ask-now' : 'network.confirmed-on', {
              day: t.day(offer.confirmedOn, today),
            })}
          </Notice>
          <SaveForm
            state={state}
            submissionKey={request.form.key ?? request.newKey()}
            version={offer.version}
            words={t('network.confirm-save')}
          >
            <HelpOfferFields state={state} />
            <Text quiet>{t('network.save-confirms')}</Text>
          </SaveForm>
          <EndForm
            state={{ t, form: formOf(null), problem: noProblem }}
            submissionKey={request.newKey()}
            version={offer.version}
            action={paths.network.endOffer(offer.id)}
            words={t('network.end-offer')}
          />
        </>
      )}
      <p>
        <Link href={paths.network.one(offer.organisationId)}>{offer.organisation}</Link>
      </p>
    </>,
    { place: paths.network.list() },
  )
}

/** What an organisation around us offers: added, confirmed or put right, ended. */
export const helpOfferRoutes: readonly Route[] = [
  staffRoute({
    path: paths.network.addOffer(':id'),
    who,
    get: (request) => showNew(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const input = { networkOrganisationId: idOf(request), offer: offerIn(form) }
          await addHelpOffer(context, actor, input, submissionOf(request)).catch(named)
          return seeOther(paths.network.one(idOf(request)), 'network.said.saved')
        },
        (problem) => showNew(request, problem),
      ),
  }),
  staffRoute({
    path: paths.network.offer(':id'),
    who,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const input = { id: idOf(request), version: Number(form.text('version')), offer: offerIn(form) }
          await changeHelpOffer(context, actor, input, submissionOf(request)).catch(named)
          return seeOther(paths.network.offer(idOf(request)), 'network.said.confirmed')
        },
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.network.endOffer(':id'),
    who,
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const input = { id: idOf(request), version: Number(form.text('version')) }
          const { networkOrganisationId } = await endHelpOffer(context, actor, input, submissionOf(request))
          return seeOther(paths.network.one(networkOrganisationId), 'network.said.offer-ended')
        },
        (problem) => show(request, problem),
      ),
  }),
]
