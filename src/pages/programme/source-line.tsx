import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { FormState } from '#pages/look/form.tsx'
import { Tag } from '#pages/look/parts.tsx'
import { fieldLabel, sayProvenance, sourcedOf } from '#pages/programme/say-definition.ts'

/** Where a value comes from; what isn't sure yet can be confirmed with the source of this change. */
export const SourceLine = ({
  state,
  definition,
  name,
  value,
}: {
  state: FormState
  definition: ProgrammeDefinition
  name: string
  value: unknown
}) => {
  const source = sourcedOf(value)
  if (!source) return null
  const { t, form } = state
  const said = sayProvenance(t, definition, source)
  return (
    <div class="naast-source">
      {source.prov === 'to_confirm' ? <Tag tone="attention">{said}</Tag> : <span>{said}</span>}
      <label class="naast-source__confirm">
        <input
          type="checkbox"
          name="confirm"
          value={name}
          checked={form.all('confirm').includes(name)}
          aria-label={t('builder.confirm-of', { name: fieldLabel(t, name.replace(/^.*\./, '')) })}
        />{' '}
        {t('builder.confirm')}
      </label>
    </div>
  )
}
