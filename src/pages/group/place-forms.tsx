import { leaveReasons } from '#domain/group/group-place.ts'
import { relationKinds } from '#domain/group/relation.ts'
import { typed } from '#pages/contact/typed.ts'
import type { filledForm } from '#pages/form-data.ts'
import { ReasonForm } from '#pages/group/reason-form.tsx'
import {
  Buttons,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Card, Heading, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { capital } from '#pages/words/capital.ts'
import type { T } from '#pages/words/words.ts'
import type { PlacePage } from '#usecases/group/read-place.ts'

export interface PlaceForms {
  readonly place: PlacePage
  readonly t: T
  readonly today: Temporal.PlainDate
  readonly submissionKey: string
  /** What was typed and what was wrong, of the form that was sent; of the others nothing. */
  readonly stateOf: (what: string, known?: Parameters<typeof filledForm>[0]) => FormState
}

const careTones: Record<PlacePage['care'][number]['now'], Tone> = {
  active: 'done',
  ended: 'attention',
  unchecked: 'attention',
  none: 'attention',
}

/** Who helps her beside the programme, and when that was last asked after. */
export const CareForms = ({ forms: { place, t, today, submissionKey, stateOf } }: { forms: PlaceForms }) =>
  place.care.length === 0 ? null : (
    <section>
      <Heading>{t('group.care')}</Heading>
      {place.care.map((care) => (
        <Card
          key={care.type}
          level={3}
          title={capital(care.label[t.language])}
          tag={<Tag tone={careTones[care.now]}>{t(`group.care.${care.now}`)}</Tag>}
        >
          {care.helper && <Text>{care.helper}</Text>}
          {care.checkedOn && (
            <Text quiet>
              {care.checkDue
                ? t('group.care-checked', {
                    day: t.day(care.checkedOn, today),
                    due: t.day(care.checkDue, today),
                  })
                : t('group.care-checked-once', { day: t.day(care.checkedOn, today) })}
            </Text>
          )}
          {place.mayDecide && care.helper && (
            <PostForm state={stateOf('check')} submissionKey={submissionKey}>
              <input type="hidden" name="what" value="check" />
              <input type="hidden" name="type" value={care.type} />
              <Buttons>
                <SubmitButton name="answer" value="goes_on">
                  {t('group.care-goes-on')}
                </SubmitButton>
                <SubmitButton name="answer" value="ended" kind="secondary">
                  {t('group.care-ended')}
                </SubmitButton>
              </Buttons>
            </PostForm>
          )}
          {place.mayDecide && !care.helper && (
            <PostForm state={stateOf('care')} submissionKey={submissionKey}>
              <input type="hidden" name="what" value="care" />
              <input type="hidden" name="type" value={care.type} />
              <TextField
                state={stateOf('care')}
                name="helper"
                label={t('group.care-name')}
                hint={t('group.care-name-hint')}
              />
              <Buttons>
                <SubmitButton>{t('group.care-save')}</SubmitButton>
              </Buttons>
            </PostForm>
          )}
        </Card>
      ))}
    </section>
  )

/** The talk before the group, and how she can come without anybody knowing where she goes. */
export const TalkForm = ({ forms: { place, t, today, submissionKey, stateOf } }: { forms: PlaceForms }) => {
  const state = stateOf('talk', { talkOn: place.talkOn && typed(place.talkOn), way: place.way })
  return (
    <section>
      <Heading>{t('group.talk')}</Heading>
      {place.talkOn && (
        <Text>{t('group.talk-by', { day: t.day(place.talkOn, today), name: place.talkBy ?? '—' })}</Text>
      )}
      {place.talkOn && <Text>{place.way ?? t('group.way-none')}</Text>}
      {place.leads && place.open && (
        <PostForm state={state} submissionKey={submissionKey}>
          <input type="hidden" name="what" value="talk" />
          <input type="hidden" name="version" value={place.version} />
          <DayField state={state} name="talkOn" label={t('group.talk-on')} />
          <TextArea
            state={state}
            name="way"
            label={t('group.way')}
            hint={t('group.way-hint')}
            rows={3}
            optional
          />
          <Buttons>
            <SubmitButton>{t('group.talk-save')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </section>
  )
}

/** Whom she knows there. What was found is read by those who lead the group, and by nobody else. */
export const RelationForm = ({
  forms: { place, t, today, submissionKey, stateOf },
}: {
  forms: PlaceForms
}) => {
  const checked = place.relationsCheckedOn
  const withName = place.others.find(({ id }) => id === place.relation?.withPlaceId)?.given
  return (
    <section>
      <Heading>{t('group.relations')}</Heading>
      <Text>
        {checked
          ? t('group.relations-checked', { day: t.day(checked, today) })
          : t('group.relations-not-checked')}
      </Text>
      {place.relation && (
        <Text>
          {[t(`group.relation.${place.relation.kind}`), withName, place.relation.note]
            .filter(Boolean)
            .join(' – ')}
        </Text>
      )}
      {place.leads && place.open && (
        <PostForm state={stateOf('relations')} submissionKey={submissionKey}>
          <input type="hidden" name="what" value="relations" />
          <input type="hidden" name="version" value={place.version} />
          <Text>{t('group.relations-lead')}</Text>
          {place.others.length > 0 && (
            <Text quiet>
              {t('group.relations-with')}: {place.others.map(({ given }) => given).join(', ')}
            </Text>
          )}
          <Radios
            state={stateOf('relations')}
            name="found"
            label={t('group.relations-found')}
            options={(['none', ...relationKinds] as const).map((kind) => ({
              value: kind,
              label: t(`group.relation.${kind}`),
            }))}
          />
          {place.others.length > 0 && (
            <Select
              state={stateOf('relations')}
              name="withPlaceId"
              label={t('group.relation-with')}
              empty={t('group.relation-with-unknown')}
              options={place.others.map(({ id, given }) => ({ value: id, label: given }))}
              optional
            />
          )}
          <TextField state={stateOf('relations')} name="note" label={t('group.relation-note')} optional />
          <Buttons>
            <SubmitButton>{t('group.relations-save')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </section>
  )
}

export const LeaveForm = ({ forms: { place, t, submissionKey, stateOf } }: { forms: PlaceForms }) => (
  <details open={stateOf('leave').problem.fields.reason !== undefined}>
    <summary>{t('group.leave')}</summary>
    <Text>{t('group.leave-lead')}</Text>
    <ReasonForm
      state={stateOf('leave')}
      submissionKey={submissionKey}
      version={place.version}
      hidden={['what', 'leave']}
      label={t('group.leave-reason')}
      options={leaveReasons.map((reason) => ({ value: reason, label: t(`group.leave.${reason}`) }))}
      words={t('group.leave-save')}
    />
  </details>
)
