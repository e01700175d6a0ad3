import { alarmsOf } from '#domain/instrument/alarms.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { valuesOf } from '#domain/instrument/shelf-questions.ts'
import type { Form } from '#pages/form-data.ts'
import { ButtonLink, Link, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/**
 * Nothing was kept of this form yet: what it tells may not wait until it is in order. It was told by itself; where that
 * did not work, somebody says it with the button.
 */
export const DangerNotice = ({
  t,
  form,
  asked,
  trajectoryId,
  concernId,
}: {
  t: T
  form: Form
  asked: readonly ShelfInstrument[]
  trajectoryId: string
  /** Where it was told by itself. */
  concernId: string | null | undefined
}) =>
  concernId ? (
    <Notice tone="danger" title={t('measure.danger-told')}>
      <Text>{t('measure.danger-told-text')}</Text>
      <Link href={paths.concern.one(concernId)}>{t('measure.danger-told-link')}</Link>
    </Notice>
  ) : asked.some((shelf) => rings(shelf, form)) ? (
    <Notice tone="danger" title={t('measure.danger')}>
      <Text>{t('measure.danger-text')}</Text>
      <ButtonLink href={paths.concern.raise(trajectoryId)}>{t('measure.danger-raise')}</ButtonLink>
    </Notice>
  ) : null

/** Does what stands in this form ask that somebody knows it? */
function rings(shelf: ShelfInstrument, form: Form): boolean {
  const given = Object.fromEntries(shelf.items.map(({ id }) => [id, form.text(`${shelf.id}.${id}`) || null]))
  return alarmsOf(shelf, valuesOf(given)).some(({ kind }) => kind !== 'call_her')
}
