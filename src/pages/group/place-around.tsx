import { sharingParties } from '#domain/consent/consent.ts'
import { tellingWays } from '#domain/group/place-told.ts'
import { partyOptions } from '#pages/consent/party-options.ts'
import type { PlaceForms } from '#pages/group/place-forms.tsx'
import { Buttons, PostForm, Radios, Select, SubmitButton, TextArea, TextField } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import type { RedirectAnswer, StaffRequest } from '#pages/page.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { noteChildrenAlong } from '#usecases/group/note-children-along.ts'
import { tellGroupPlace } from '#usecases/group/tell-group-place.ts'
import { tellHelper } from '#usecases/group/tell-helper.ts'

/** Whether she knows where it is. The place itself stands on no page of hers. */
export const ToldForm = ({ forms: { place, t, today, submissionKey, stateOf } }: { forms: PlaceForms }) => (
  <section>
    <Heading>{t('group.told')}</Heading>
    <Text>
      {place.told
        ? t('group.told-on', { day: t.day(place.told.on, today), how: t(`group.told.${place.told.how}`) })
        : t('group.told-not')}
    </Text>
    {place.placeToldDays !== null && (
      <Text quiet>{t('group.told-lead', { count: place.placeToldDays })}</Text>
    )}
    <PostForm state={stateOf('told')} submissionKey={submissionKey}>
      <input type="hidden" name="what" value="told" />
      <input type="hidden" name="version" value={place.version} />
      <Radios
        state={stateOf('told')}
        name="how"
        label={t('group.told-how')}
        options={tellingWays.map((way) => ({ value: way, label: t(`group.told.${way}`) }))}
      />
      <Buttons>
        <SubmitButton kind="secondary">{t('group.told-save')}</SubmitButton>
      </Buttons>
    </PostForm>
  </section>
)

export const ChildrenForm = ({ forms: { place, t, submissionKey, stateOf } }: { forms: PlaceForms }) => {
  const state = stateOf('children', { children: String(place.children) })
  return (
    <PostForm state={state} submissionKey={submissionKey}>
      <input type="hidden" name="what" value="children" />
      <input type="hidden" name="version" value={place.version} />
      <TextField
        state={state}
        name="children"
        label={t('group.children-along')}
        width={4}
        inputMode="numeric"
      />
      <Buttons>
        <SubmitButton kind="secondary">{t('group.children-along-save')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

/** What was told to her own helper, for who leads the group. */
export const HelperForm = ({ forms: { place, t, submissionKey, stateOf } }: { forms: PlaceForms }) => {
  const state = stateOf('helper')
  return (
    <details open={state.problem !== stateOf('').problem}>
      <summary>{t('group.helper')}</summary>
      <Text>{t('group.helper-lead')}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="helper" />
        <input type="hidden" name="version" value={place.version} />
        <Select
          state={state}
          name="recipient"
          label={t('group.helper-who')}
          empty=""
          options={partyOptions(t)}
        />
        <TextArea state={state} name="words" label={t('group.helper-words')} rows={3} />
        <Buttons>
          <SubmitButton kind="secondary">{t('group.helper-save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </details>
  )
}

/** The three forms above, each with what it says when it is done. */
export async function actAtPlace(
  { context, actor, form }: StaffRequest,
  here: { readonly id: string; readonly version: number },
  back: (said: string) => RedirectAnswer,
): Promise<RedirectAnswer> {
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'children') {
    const children = Number(form.text('children') || Number.NaN)
    await noteChildrenAlong(context, actor, { ...here, children }, submission)
    return back('group.said.changed')
  }
  if (form.text('what') === 'helper') {
    const recipient = sharingParties.find((one) => one === form.text('recipient'))
    if (!recipient) throw new Invalid({ recipient: 'choose-one' })
    await tellHelper(context, actor, { ...here, recipient, words: form.text('words') }, submission)
    return back('group.said.helper-told')
  }
  const how = tellingWays.find((one) => one === form.text('how'))
  if (!how) throw new Invalid({ how: 'choose-one' })
  const { refusal } = await tellGroupPlace(context, actor, { ...here, how }, submission)
  // The outbox stopped it and a person has it as a task; here it is said at once.
  if (refusal) throw new Refused(refusal)
  return back(how === 'spoken' ? 'group.said.told' : 'group.said.told-sent')
}
