import type { Day } from '#domain/day.ts'
import type { T } from '#pages/words/words.ts'

export interface KeptDraft {
  readonly answers: Readonly<Record<string, string>>
  readonly savedAt: Temporal.PlainDateTime
}

/**
 * Says whether what was typed is safe on the server. The island keeps it true while she types; without script it says
 * what was kept last.
 */
export const DraftBar = ({ t, draft, today }: { t: T; draft: KeptDraft | null; today: Day }) => (
  <p
    class={`naast-draft naast-draft--${draft ? 'kept' : 'open'}`}
    role="status"
    data-draft
    data-saved={t('contact.draft-saved-at')}
    data-unsaved={t('contact.draft-none')}
    data-offline={t('contact.draft-not-saved')}
    data-signed-out={t('contact.draft-signed-out')}
  >
    {draft
      ? t('contact.draft-kept', {
          day: t.day(draft.savedAt.toPlainDate(), today),
          time: draft.savedAt.toPlainTime().toString({ smallestUnit: 'minute' }),
        })
      : t('contact.draft-none')}
  </p>
)
