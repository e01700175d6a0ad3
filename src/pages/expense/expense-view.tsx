import type { Room } from '#domain/expense/allowance.ts'
import type { ExpenseKind, ExpenseState } from '#domain/expense/expense.ts'
import type { Cents } from '#domain/money.ts'
import type { Provenance } from '#domain/programme/provenance.ts'
import { Notice, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

const tones: Record<ExpenseState, Tone> = {
  made: 'attention',
  approved: 'info',
  declined: 'neutral',
  withdrawn: 'neutral',
  in_payout: 'info',
  paid: 'done',
}
export const ExpenseTag = ({ t, state }: { t: T; state: ExpenseState }) => (
  <Tag tone={tones[state]}>{t(`expense.state.${state}`)}</Tag>
)

/** `3 u 20 min` */
export const lengthWords = (t: T, minutes: number): string =>
  t('expense.length', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })

interface Line {
  readonly kind: ExpenseKind
  readonly kilometres: number | null
  readonly minutes: number | null
}
export const lineWords = (t: T, { kind, kilometres, minutes }: Line): string =>
  kilometres !== null
    ? t('expense.line-kilometres', { count: kilometres })
    : minutes !== null
      ? t('expense.line-hours', { length: lengthWords(t, minutes) })
      : t(`expense.kind.${kind}`)

interface Limits {
  readonly month: Cents
  readonly year: Cents
  readonly source: string
  readonly prov: Provenance
}

/** How full a month and a year are, before anything goes wrong; and what happens with what doesn't fit. */
export const RoomView = ({
  t,
  room,
  near,
  limits,
  own = false,
}: {
  t: T
  room: Room | null
  near: 'clear' | 'near' | 'full' | null
  limits: Limits | null
  /** To herself; otherwise to who approves. */
  own?: boolean
}) =>
  room && limits ? (
    <Notice
      tone={near === 'clear' && room.month.left > 0 ? 'info' : 'attention'}
      title={t(`expense.room.${near ?? 'clear'}`)}
    >
      <Text>
        {t('expense.room.month', { filled: t.money(room.month.filled), most: t.money(room.month.most) })}{' '}
        {t('expense.room.year', { filled: t.money(room.year.filled), most: t.money(room.year.most) })}
      </Text>
      <details>
        <summary>{t('expense.room.more')}</summary>
        <Text>{t(own ? 'expense.room.beyond-own' : 'expense.room.beyond')}</Text>
        <Text quiet>
          {t('expense.room.source', { source: limits.source })}{' '}
          {limits.prov === 'to_confirm' && t('expense.room.to-confirm')}
        </Text>
      </details>
    </Notice>
  ) : null
