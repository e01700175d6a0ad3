import { aroundRelations, type PersonAround } from '#domain/around/person-around.ts'
import type { Day } from '#domain/day.ts'
import { readPhone } from '#domain/person/phone.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { typed } from '#pages/contact/typed.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import type { Problem } from '#pages/problem.ts'

interface Props {
  readonly state: FormState
  readonly submissionKey: string
  readonly action: string
  /** Which version of him is told anew; none for somebody new. */
  readonly version?: number
}

/** What she tells of somebody: enough to know him again, and nothing that isn't needed for it. */
export const AroundForm = ({ state, submissionKey, action, version }: Props) => {
  const { t } = state
  return (
    <PostForm state={state} submissionKey={submissionKey} action={action}>
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Radios
        state={state}
        name="relation"
        label={t('around.relation')}
        options={aroundRelations.map((relation) => ({
          value: relation,
          label: t(`around.relation.${relation}`),
        }))}
      />
      <TextField state={state} name="name" label={t('around.name')} hint={t('around.name-hint')} />
      <TextField
        state={state}
        name="alsoCalled"
        label={t('around.also-called')}
        hint={t('around.also-called-hint')}
        optional
      />
      <TextField
        state={state}
        name="born"
        label={t('around.born')}
        hint={t('around.born-hint')}
        width={10}
        optional
      />
      <TextField state={state} name="phone" label={t('around.phone')} type="tel" width={20} optional />
      <TextField
        state={state}
        name="worksAt"
        label={t('around.works-at')}
        hint={t('around.works-at-hint')}
        optional
      />
      <TextArea
        state={state}
        name="words"
        label={t('around.words')}
        hint={t('around.words-hint')}
        rows={3}
        optional
      />
      <Buttons>
        <SubmitButton>{t('around.save')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

/** What was typed, as the use case takes it; what can't be read stays as it is and is refused there. */
export function readAroundForm(form: Form, today: Day) {
  const born = form.text('born')
  const phone = form.optional('phone')
  const year = /^\d{4}$/.test(born) ? Number(born) : null
  return {
    relation: form.text('relation') as PersonAround['relation'],
    names: [form.text('name'), ...form.text('alsoCalled').split(/[,;]/)]
      .map((name) => name.trim())
      .filter((name, at) => at === 0 || name !== ''),
    birthDay: born && year === null ? (readTypedDay(born, { today })?.toString() ?? born) : null,
    birthYear: year,
    phone: phone && (readPhone(phone) ?? phone),
    worksAt: form.optional('worksAt'),
    words: form.optional('words'),
  }
}

export const filledAroundForm = (told: PersonAround): Form =>
  filledForm({
    relation: told.relation,
    name: told.names[0],
    alsoCalled: told.names.slice(1).join(', '),
    born: told.birthDay ? typed(told.birthDay) : told.birthYear?.toString(),
    phone: told.phone,
    worksAt: told.worksAt,
    words: told.words,
  })

const fields: readonly (readonly [RegExp, string])[] = [
  [/^told\.names\.0$|^told\.names$/, 'name'],
  [/^told\.names\./, 'alsoCalled'],
  [/^told\.birth(Day|Year)$/, 'born'],
  [/^told\./, ''],
]
/** The use case's fields by the names that they have in this form. */
export const onAroundForm = (problem: Problem): Problem => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([field, code]) => {
      const [was, name] = fields.find(([pattern]) => pattern.test(field)) ?? [null, field]
      return [name === '' && was ? field.replace(was, '') : name, code]
    }),
  ),
})
