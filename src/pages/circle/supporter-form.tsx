import { rings, type SupporterKind, type SupporterRole, type Told } from '#domain/circle/supporter.ts'
import type { Day } from '#domain/day.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { typed } from '#pages/contact/typed.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import { DayField, type FormState, Radios, Select, TextField } from '#pages/look/form.tsx'
import type { Problem } from '#pages/problem.ts'

interface Props {
  readonly state: FormState
  readonly kinds: readonly SupporterKind[]
  readonly roles: readonly SupporterRole[]
}

/** Who, what to her, how near; the rest only if she wants to say it. */
export const SupporterFields = ({ state, kinds, roles }: Props) => {
  const { t } = state
  return (
    <>
      <TextField state={state} name="name" label={t('circle.name')} hint={t('circle.name-hint')} optional />
      <Radios
        state={state}
        name="kind"
        label={t('circle.kind')}
        options={kinds.map((kind) => ({ value: kind, label: t(`circle.kind.${kind}`) }))}
        row
      />
      <Select
        state={state}
        name="role"
        label={t('circle.role')}
        hint={t('circle.role-hint')}
        empty={t('circle.role-none')}
        options={roles.map((role) => ({ value: role, label: t(`circle.role.${role}`) }))}
      />
      <Radios
        state={state}
        name="ring"
        label={t('circle.ring')}
        options={rings.map((ring) => ({ value: String(ring), label: t(`circle.ring.${ring}`) }))}
        row
      />
      <TextField
        state={state}
        name="helpsWith"
        label={t('circle.helps')}
        hint={t('circle.helps-hint')}
        spoken
        optional
      />
      <Radios
        state={state}
        name="talk"
        label={t('circle.talk')}
        hint={t('circle.talk-hint')}
        options={(['no', 'yes'] as const).map((talk) => ({ value: talk, label: t(`circle.talk.${talk}`) }))}
        row
      />
      <DayField
        state={state}
        name="mayTalkSince"
        label={t('circle.talk-on')}
        hint={t('circle.talk-on-hint')}
        optional
      />
      <DayField state={state} name="lastContactOn" label={t('circle.last')} optional />
    </>
  )
}

/** What was typed, as the use case takes it; what can't be read goes on as it is, to be refused by name. */
export function readSupporterForm(form: Form, today: Day) {
  const day = (name: string) => {
    const text = form.text(name)
    return text === '' ? null : (readTypedDay(text, { today })?.toString() ?? text)
  }
  return {
    kind: form.text('kind') as SupporterKind,
    name: form.optional('name'),
    role: (form.optional('role') ?? null) as SupporterRole | null,
    ring: Number(form.text('ring')) as Told['ring'],
    helpsWith: form.optional('helpsWith'),
    mayTalkSince: form.text('talk') === 'yes' ? (day('mayTalkSince') ?? today.toString()) : null,
    lastContactOn: day('lastContactOn'),
  }
}

export const newSupporterForm = (): Form => filledForm({ talk: 'no' })
export const filledSupporterForm = (told: Told): Form =>
  filledForm({
    name: told.name,
    kind: told.kind,
    role: told.role,
    ring: String(told.ring),
    helpsWith: told.helpsWith,
    talk: told.mayTalkSince ? 'yes' : 'no',
    mayTalkSince: told.mayTalkSince && typed(told.mayTalkSince),
    lastContactOn: told.lastContactOn && typed(told.lastContactOn),
  })

/** The use case's fields by the names that they have in this form. */
export const onSupporterForm = (problem: Problem): Problem => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([field, code]) => [field.replace(/^told\./, ''), code]),
  ),
})
