import { travelModes } from '#domain/match/travel.ts'
import { avoided, awayKinds, childAges } from '#domain/worker/own-file.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  Pair,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { ProfileFields } from '#pages/worker/profile-fields.tsx'
import type { OwnFile } from '#usecases/worker/read-own-file.ts'

interface Props {
  request: StaffRequest
  file: OwnFile
  /** Of this form, if it was the one that was tried. */
  problem: Problem | null
}
const stateFor = ({ request, problem }: Props, filled: Form = filledForm({})): FormState => ({
  t: request.t,
  form: problem ? request.form : filled,
  problem: problem ?? noProblem,
})

/** When she is away or there by phone only; a line for each, to take back. */
export const AwayForms = (props: Props) => {
  const { request, file } = props
  const { t } = request
  const state = stateFor(props)
  return (
    <section>
      <Heading>{t('my-file.away')}</Heading>
      {file.away.map(({ awayId, kind, from, until }) => (
        <form key={awayId} method="post" action={paths.worker.back()} class="naast-form">
          <input type="hidden" name="key" value={request.newKey()} />
          <input type="hidden" name="awayId" value={awayId} />
          <Text>
            {t(`my-file.away.${kind}`)}: {t('my-file.from-until', { from: t.day(from), until: t.day(until) })}
          </Text>
          <Buttons>
            <SubmitButton kind="secondary">{t('my-file.back')}</SubmitButton>
          </Buttons>
        </form>
      ))}
      <details class="naast-more" open={props.problem !== null}>
        <summary>{t('my-file.tell-away')}</summary>
        <PostForm state={state} submissionKey={request.newKey()} action={paths.worker.away()}>
          <Radios
            state={state}
            name="kind"
            label={t('my-file.away-how')}
            options={awayKinds.map((value) => ({ value, label: t(`my-file.away.${value}`) }))}
          />
          <Pair>
            <DayField state={state} name="from" label={t('my-file.from')} />
            <DayField state={state} name="until" label={t('my-file.until')} />
          </Pair>
          <Buttons>
            <SubmitButton>{t('my-file.away-save')}</SubmitButton>
          </Buttons>
        </PostForm>
      </details>
    </section>
  )
}

const languageFields = [0, 1, 2, 3] as const

/** What she shares for a match, and how many women she wants now. */
export const OwnForm = (props: Props & { filled: Form }) => {
  const { request, file, filled } = props
  const { t } = request
  const state = stateFor(props, filled)
  const languages = (name: 'speaks' | 'reads') =>
    languageFields.map((at) => (
      <Select
        key={at}
        state={state}
        name={`${name}.${at}`}
        label={t('worker.language-nth', { count: at + 1 })}
        optional
        empty=""
        options={spokenLanguages.map((value) => ({ value, label: t.languageName(value) }))}
      />
    ))
  return (
    <section>
      <Heading>{t('my-file.share')}</Heading>
      <Text quiet>{t('my-file.share-hint')}</Text>
      <details class="naast-more">
        <summary>{t('my-file.used')}</summary>
        <Text>{t('my-file.used-choice')}</Text>
        <ul class="naast-list">
          {[...file.used, 'capacity' as const].map((what) => (
            <li key={what}>{t(`my-file.used.${what}`)}</li>
          ))}
        </ul>
      </details>
      <PostForm
        state={state}
        submissionKey={(props.problem && request.form.key) || request.newKey()}
        action={paths.worker.mine()}
      >
        <input type="hidden" name="version" value={file.version} />
        <TextField
          state={state}
          name="capacity"
          label={t('my-file.capacity')}
          hint={t('my-file.capacity-hint', { taken: file.taken })}
          inputMode="numeric"
          width={4}
        />
        <details class="naast-more" open={props.problem !== null}>
          <summary>{t('my-file.speaks')}</summary>
          {languages('speaks')}
        </details>
        <details class="naast-more">
          <summary>{t('my-file.reads')}</summary>
          {languages('reads')}
        </details>
        <Checkboxes
          state={state}
          name="childAges"
          label={t('my-file.child-ages')}
          optional
          options={childAges.map((value) => ({ value, label: t(`my-file.child-age.${value}`) }))}
        />
        <Checkboxes
          state={state}
          name="travels"
          label={t('my-file.travels')}
          optional
          options={travelModes.map((value) => ({ value, label: t(`my-file.travel.${value}`) }))}
        />
        <Checkboxes
          state={state}
          name="avoids"
          label={t('my-file.avoids')}
          optional
          options={avoided.map((value) => ({ value, label: t(`my-file.avoid.${value}`) }))}
        />
        <details class="naast-more">
          <summary>{t('my-file.more')}</summary>
          <ProfileFields state={state} prefix="profile" />
        </details>
        <Buttons>
          <SubmitButton>{t('worker.save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

/** Where she lives counts as a district, or as a region where that is a secret. */
export const HomeForm = ({ request, file }: Pick<Props, 'request' | 'file'>) => {
  const { t } = request
  return (
    <section>
      <Heading>{t('my-file.home')}</Heading>
      <Text>{t(file.secretHome ? 'my-file.home-secret' : 'my-file.home-open')}</Text>
      <form method="post" action={paths.worker.ownHome()}>
        <input type="hidden" name="key" value={request.newKey()} />
        <input type="hidden" name="secret" value={file.secretHome ? 'no' : 'yes'} />
        <Buttons>
          <SubmitButton kind="secondary">
            {t(file.secretHome ? 'my-file.home-show' : 'my-file.home-hide')}
          </SubmitButton>
        </Buttons>
      </form>
    </section>
  )
}

/** Whom she must not meet; sealed from everybody but the safeguarding lead. */
export const AvoidanceForms = (props: Props) => {
  const { request, file } = props
  const { t } = request
  const state = stateFor(props)
  return (
    <section>
      <Heading>{t('my-file.avoidance')}</Heading>
      <Text quiet>{t('my-file.avoidance-hint')}</Text>
      {file.avoidances.map(({ avoidanceId, words }) => (
        <form key={avoidanceId} method="post" action={paths.worker.avoidNoMore()} class="naast-form">
          <input type="hidden" name="key" value={request.newKey()} />
          <input type="hidden" name="avoidanceId" value={avoidanceId} />
          <blockquote class="naast-quote">{words}</blockquote>
          <Buttons>
            <SubmitButton kind="secondary">{t('my-file.avoidance-end')}</SubmitButton>
          </Buttons>
        </form>
      ))}
      <details class="naast-more" open={props.problem !== null}>
        <summary>{t('my-file.avoidance-tell')}</summary>
        <PostForm state={state} submissionKey={request.newKey()} action={paths.worker.avoid()}>
          <TextArea
            state={state}
            name="words"
            label={t('my-file.avoidance-who')}
            hint={t('my-file.avoidance-who-hint')}
            rows={3}
          />
          <Buttons>
            <SubmitButton>{t('my-file.avoidance-save')}</SubmitButton>
          </Buttons>
        </PostForm>
      </details>
    </section>
  )
}
