import { fundingPolicy } from '#domain/funding/funding-policy.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { Worklist } from '#pages/home/worklist.tsx'
import { Link, Notice } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listHeld } from '#usecases/field-phone/list-held.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

/** Where each role begins: at what she must do now. Those without a worklist begin at the page they work on. */
async function home(request: StaffRequest) {
  const { context, actor, t, today } = request
  if (isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'programme_manager', 'privacy_officer')) {
    const worklist = await readWorklist(context, actor, {})
    const { held } = isMemberWith(actor, 'coordinator') ? await listHeld(context, actor, {}) : { held: [] }
    return page(
      t('frame.today'),
      <>
        <Worklist t={t} today={today} imports={isMemberWith(actor, 'coordinator')} {...worklist} />
        {held.length > 0 && (
          <Notice tone="attention" title={t('held.waiting', { count: held.length })}>
            <Link href={paths.heldVisit.list()}>{t('held.title')}</Link>
          </Notice>
        )}
        <p class="naast-actions">
          {isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'programme_manager') && (
            <>
              <Link href={paths.onCall.list()}>{t('on-call.title')}</Link>{' '}
              {isMemberWith(actor, 'coordinator', 'safeguarding_lead') && (
                <>
                  <Link href={paths.loneVisit.list()}>{t('lone.to-list')}</Link>{' '}
                  <Link href={paths.figures.list()}>{t('figures.title')}</Link>{' '}
                </>
              )}
              <Link href={paths.figures.steering()}>{t('steering.title')}</Link>{' '}
              {fundingPolicy.read(actor) && (
                <>
                  <Link href={paths.subsidy.statement()}>{t('funding.title')}</Link>{' '}
                </>
              )}
              <Link href={paths.incident.list()}>{t('incident.title')}</Link>{' '}
              {isMemberWith(actor, 'coordinator', 'programme_manager') && (
                <Link href={paths.accreditation()}>{t('accreditation.title')}</Link>
              )}{' '}
            </>
          )}
          {isMemberWith(actor, 'coordinator') && (
            <>
              <Link href={paths.fieldPhone.list()}>{t('field-phone.phones')}</Link>{' '}
            </>
          )}
          {isMemberWith(actor, 'programme_manager', 'privacy_officer') && (
            <>
              <Link href={paths.release.list()}>{t('release.title')}</Link>{' '}
            </>
          )}
          {isMemberWith(actor, 'privacy_officer') && (
            <Link href={paths.breakGlass.reviews()}>{t('glass.reviews')}</Link>
          )}
          {isMemberWith(actor, 'programme_manager') && (
            <Link href={paths.breakGlass.open()}>{t('glass.title')}</Link>
          )}
        </p>
      </>,
    )
  }
  if (isMemberWith(actor, 'worker')) return seeOther(paths.contact.mine())
  if (isMemberWith(actor, 'referrer')) return seeOther(paths.ownReferrals())
  if (isMemberWith(actor, 'administrator')) return seeOther(paths.member.list())
  return seeOther(paths.programme.list())
}

export const homeRoutes: readonly Route[] = [
  staffRoute({ path: paths.today(), who: roles, get: home }),
  staffRoute({ path: paths.home(), who: roles, get: async () => seeOther(paths.today()) }),
]
