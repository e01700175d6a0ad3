import { readPhone } from '#domain/person/phone.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { workerKinds } from '#domain/worker/worker.ts'
import type { Form } from '#pages/form-data.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  Pair,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { filledProfile, ProfileFields, readProfile } from '#pages/worker/profile-fields.tsx'
import { Invalid } from '#usecases/failure.ts'
import type { WorkerView } from '#usecases/worker/read-worker.ts'

/** Languages one can say one speaks; more than enough, and few enough to read. */
const languageFields = [0, 1, 2, 3] as const

/** The form of a worker's file. Fields are named as the use case names its input, so a problem finds its field. */
export const WorkerForm = ({
  state,
  programmes,
  submissionKey,
  version,
}: {
  state: FormState
  programmes: readonly ProgrammeDefinition[]
  submissionKey: string
  version?: number
}) => {
  const { t } = state
  return (
    <PostForm state={state} submissionKey={submissionKey}>
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Pair>
        <TextField state={state} name="person.name.given" label={t('worker.given')} />
        <TextField state={state} name="person.name.family" label={t('worker.family')} optional />
      </Pair>
      <Pair>
        <TextField state={state} name="person.phone" label={t('worker.phone')} type="tel" optional />
        <TextField state={state} name="person.email" label={t('worker.email')} type="email" optional />
      </Pair>
      <Heading level={3}>{t('worker.languages')}</Heading>
      {languageFields.map((at) => (
        <Select
          key={at}
          state={state}
          name={`person.languages.${at}`}
          label={t('worker.language-nth', { count: at + 1 })}
          optional={at > 0}
          empty=""
          options={spokenLanguages.map((value) => ({ value, label: t.languageName(value) }))}
        />
      ))}
      <Heading level={3}>{t('worker.address')}</Heading>
      <Text quiet>{t('worker.address-hint')}</Text>
      <Pair>
        <TextField state={state} name="person.address.street" label={t('worker.street')} optional />
        <TextField
          state={state}
          name="person.address.houseNumber"
          label={t('worker.house-number')}
          width={10}
          optional
        />
      </Pair>
      <Pair>
        <TextField
          state={state}
          name="person.address.postcode"
          label={t('worker.postcode')}
          width={10}
          optional
        />
        <TextField state={state} name="person.address.place" label={t('worker.place')} optional />
      </Pair>
      <Radios
        state={state}
        name="kind"
        label={t('worker.kind')}
        options={workerKinds.map((value) => ({ value, label: t(`worker.kind.${value}`) }))}
      />
      <Checkboxes
        state={state}
        name="programmes"
        label={t('worker.programmes')}
        hint={t('worker.programmes-hint')}
        optional
        options={programmes.map(({ id, label, variantLabel }) => ({
          value: id,
          label: variantLabel ? `${label[t.language]}, ${variantLabel[t.language]}` : label[t.language],
        }))}
      />
      <TextField state={state} name="capacity" label={t('worker.capacity')} inputMode="numeric" width={4} />
      <Heading>{t('worker.about-match')}</Heading>
      <ProfileFields state={state} prefix="profile" />
      <Buttons>
        <SubmitButton>{t('worker.save')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

/** What the form says, as the use case takes it; what can't be right stays as typed and is refused by name. */
export function readWorkerForm(form: Form) {
  const address = {
    street: form.optional('person.address.street'),
    houseNumber: form.optional('person.address.houseNumber'),
    postcode: form.optional('person.address.postcode'),
    place: form.optional('person.address.place'),
  }
  const phone = form.optional('person.phone')
  const kind = workerKinds.find((one) => one === form.text('kind'))
  if (!kind) throw new Invalid({ kind: 'choose-one' })
  return {
    person: {
      name: { given: form.text('person.name.given'), family: form.optional('person.name.family') },
      phone: phone && (readPhone(phone) ?? phone),
      email: form.optional('person.email'),
      address: Object.values(address).some((value) => value !== null) ? address : null,
      languages: [...new Set(languageFields.flatMap((at) => form.optional(`person.languages.${at}`) ?? []))],
    },
    kind,
    programmes: [...form.all('programmes')],
    profile: readProfile(form, 'profile'),
    capacity: /^\d{1,3}$/.test(form.text('capacity')) ? Number(form.text('capacity')) : Number.NaN,
  }
}

export const newWorkerForm = (): Form => filledForm({ kind: 'volunteer', capacity: '1' })

export const filledWorkerForm = ({ person, kind, programmes: own, profile, capacity }: WorkerView): Form =>
  filledForm({
    'person.name.given': person.name.given,
    'person.name.family': person.name.family,
    'person.phone': person.phone,
    'person.email': person.email,
    ...Object.fromEntries(person.languages.map((code, at) => [`person.languages.${at}`, code])),
    'person.address.street': person.address?.street,
    'person.address.houseNumber': person.address?.houseNumber,
    'person.address.postcode': person.address?.postcode,
    'person.address.place': person.address?.place,
    kind,
    programmes: own,
    capacity: String(capacity),
    ...filledProfile(profile, 'profile'),
  })
