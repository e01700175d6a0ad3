import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { programmeName } from '#pages/programme/programme-name.ts'
import type { ReferralView } from '#pages/referral/referral-parts.tsx'

interface Props {
  request: StaffRequest
  referral: ReferralView
  state: FormState
}

/** One decision at the bottom of the desk: take her on. What else is possible stands behind it, quieter. */
export const DecisionForms = ({ request, referral, state }: Props) => {
  const { t } = request
  const key = request.form.key ?? request.newKey()
  const chosen =
    state.form.text('programmeId') || referral.programmeId || referral.fits[0]?.programme.id || ''
  const team = state.form.key ? null : referral.proposed[0]?.id
  return (
    <section>
      <Heading>{t('desk.decide')}</Heading>
      <PostForm state={state} submissionKey={key} action={paths.desk.accept(referral.id)}>
        <input type="hidden" name="version" value={referral.version} />
        <Radios
          state={{ ...state, form: { ...state.form, all: () => [chosen] } }}
          name="programmeId"
          label={t('desk.programme')}
          options={referral.fits.map(({ programme, outcome }) => ({
            value: programme.id,
            label: programmeName(t, programme),
            hint: t(`desk.fit.${outcome}`),
          }))}
        />
        {referral.teams.length > 0 && (
          <Select
            state={{ ...state, form: team ? filledForm({ teamId: team }) : state.form }}
            name="teamId"
            label={t('team.which')}
            hint={referral.proposed[0] && t('team.by-postcode', { team: referral.proposed[0].name })}
            empty={t('team.none')}
            optional
            options={referral.teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Text quiet>{t('desk.accept-hint')}</Text>
        <Buttons>
          <SubmitButton>{t('desk.accept')}</SubmitButton>
        </Buttons>
      </PostForm>
      <details class="naast-more">
        <summary>{t('desk.more')}</summary>
        <ul class="naast-plain-list">
          <li>
            <Link href={paths.desk.help(referral.id)}>{t('desk.find-help')}</Link>
          </li>
          <li>
            <Link href={paths.desk.turnAway(referral.id)}>{t('desk.turn-away')}</Link>
          </li>
          <li>
            <Link href={paths.fileLock.ofReferral(referral.id)}>{t('file-lock.at-desk')}</Link>
          </li>
          <li>
            <form method="post" action={paths.desk.one(referral.id)}>
              <input type="hidden" name="key" value={request.newKey()} />
              <input type="hidden" name="version" value={referral.version} />
              <input
                type="hidden"
                name="decision"
                value={referral.abilities.noteInformation ? 'note-information' : 'ask-for-information'}
              />
              <button type="submit" class="utrecht-button utrecht-button--secondary-action">
                {t(referral.abilities.noteInformation ? 'desk.answered' : 'desk.ask')}
              </button>
              <Text quiet>{t('desk.ask-hint')}</Text>
            </form>
          </li>
        </ul>
      </details>
    </section>
  )
}
