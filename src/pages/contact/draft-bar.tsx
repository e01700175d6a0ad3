import type { Day } from '#domain/day.ts'
import type { Form } from '#pages/form-data.ts'
import { Notice, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { DraftOf } from '#usecases/draft/own-draft.ts'

export interface KeptDraft {
  readonly answers: Readonly<Record<string, string>>
  readonly savedAt: Temporal.PlainDateTime
  /** Which one this is, to go on from. */
  readonly seen: { readonly place: string; readonly savedAt: string }
  /** What was typed elsewhere and says something else. */
  readonly others: readonly Pick<KeptDraft, 'answers' | 'savedAt'>[]
}

/** Says where this is typed and from which draft it began, so that two phones don't write over each other. */
export const DraftPlace = ({
  form,
  draft,
  place,
}: {
  form: Form
  draft: KeptDraft | null
  place: string
}) => (
  <>
    <input type="hidden" name="place" value={form.text('place') || place} />
    <input
      type="hidden"
      name="from"
      value={form.text('from') || (draft ? `${draft.seen.place}@${draft.seen.savedAt}` : '')}
    />
  </>
)

/** What she typed in another place: shown whole, so that nothing of it is lost when this one is sent. */
export const OtherDrafts = ({
  t,
  drafts,
  today,
}: {
  t: T
  drafts: readonly Pick<KeptDraft, 'answers' | 'savedAt'>[]
  today: Day
}) => (
  <>
    {drafts.map(({ answers, savedAt }) => (
      <Notice
        key={savedAt.toString()}
        tone="attention"
        title={t('contact.other-draft', at(t, savedAt, today))}
      >
        {(['went', 'next'] as const).map((name) =>
          answers[name] ? <Text key={name}>{answers[name]}</Text> : null,
        )}
        <Text quiet>{t('contact.other-draft-hint')}</Text>
      </Notice>
    ))}
  </>
)

const at = (t: T, savedAt: Temporal.PlainDateTime, today: Day) => ({
  day: t.day(savedAt.toPlainDate(), today),
  time: savedAt.toPlainTime().toString({ smallestUnit: 'minute' }),
})

/**
 * Says whether what was typed is safe on the server. The island keeps it true while she types; without script it says
 * what was kept last.
 */
export const DraftBar = ({
  t,
  draft,
  today,
  about,
}: {
  t: T
  draft: KeptDraft | null
  today: Day
  about: DraftOf
}) => (
  <p
    class={`naast-draft naast-draft--${draft ? 'kept' : 'open'}`}
    role="status"
    data-draft
    data-form={about.form}
    data-subject={about.subjectId}
    data-saved={t('contact.draft-saved-at')}
    data-unsaved={t('contact.draft-none')}
    data-offline={t('contact.draft-not-saved')}
    data-on-phone={t('contact.draft-on-phone')}
    data-signed-out={t('contact.draft-signed-out')}
  >
    {draft ? t('contact.draft-kept', at(t, draft.savedAt, today)) : t('contact.draft-none')}
  </p>
)
