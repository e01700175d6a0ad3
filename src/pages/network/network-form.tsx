import { splitAreas } from '#domain/area/typed-areas.ts'
import { networkKinds } from '#domain/network/network-organisation.ts'
import { readPhone } from '#domain/person/phone.ts'
import { phoneShown } from '#domain/person/phone-shown.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import { type FormState, Pair, Select, TextArea, TextField } from '#pages/look/form.tsx'
import { Invalid } from '#usecases/failure.ts'
import type { readNetworkOrganisation } from '#usecases/network/read-network-organisation.ts'

export type NetworkView = Awaited<ReturnType<typeof readNetworkOrganisation>>

export const NetworkFields = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <TextField state={state} name="name" label={t('network.name')} autoComplete="organization" />
      <Select
        state={state}
        name="kind"
        label={t('network.kind')}
        empty=""
        options={networkKinds.map((kind) => ({ value: kind, label: t(`network.kind.${kind}`) }))}
      />
      <TextArea
        state={state}
        name="areas"
        label={t('network.areas')}
        hint={t('network.areas-hint')}
        rows={3}
        optional
      />
      <Pair>
        <TextField
          state={state}
          name="phone"
          label={t('network.phone')}
          type="tel"
          inputMode="tel"
          optional
        />
        <TextField
          state={state}
          name="email"
          label={t('network.email')}
          type="email"
          inputMode="email"
          optional
        />
      </Pair>
      <TextArea
        state={state}
        name="remark"
        label={t('network.remark')}
        hint={t('network.remark-hint')}
        rows={2}
        optional
      />
    </>
  )
}

export const filledWith = ({ name, kind, areas, contact }: NetworkView): Form =>
  filledForm({
    name,
    kind,
    areas: areas.join('\n'),
    phone: contact.phone ? phoneShown(contact.phone) : null,
    email: contact.email,
    remark: contact.remark,
  })

/** What was typed, as the command wants it. */
export function organisationIn(form: Form) {
  const kind = networkKinds.find((one) => one === form.text('kind'))
  const typed = form.optional('phone')
  const phone = typed === null ? null : readPhone(typed)
  const problems = {
    ...(form.text('name') ? {} : { name: 'required' }),
    ...(kind ? {} : { kind: 'choose-one' }),
    ...(typed !== null && phone === null ? { phone: 'not-a-phone-number' } : {}),
  }
  if (!kind || Object.keys(problems).length > 0) throw new Invalid(problems)
  return {
    name: form.text('name'),
    kind,
    areas: splitAreas(form.text('areas')),
    contact: { phone, email: form.optional('email'), remark: form.optional('remark') },
  }
}

/** A problem the command found, under the name of the form's own field: `organisation.areas` → `areas`. */
export const inOwnNames = (error: unknown): unknown =>
  error instanceof Invalid
    ? new Invalid(
        Object.fromEntries(
          Object.entries(error.fields).map(([path, code]) => [
            path.replace(/^(organisation|offer|team)\.(contact\.)?/, '').replace(/\..*$/, ''),
            code,
          ]),
        ),
      )
    : error
