import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { keysOf } from '#domain/programme/definition-place.ts'
import { type FieldShape, variantOf } from '#domain/programme/definition-shape.ts'
import { Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import { schemaPath } from '#pages/programme/builder-subject.ts'
import { isLines } from '#pages/programme/read-form.ts'
import { entryLabel, fieldLabel, sayProvenance, sourcedOf } from '#pages/programme/say-definition.ts'
import type { T } from '#pages/words/words.ts'

/** A list that has a page of its own for each entry. */
export interface ListPlace {
  readonly at: string
  readonly entries: readonly { readonly key: string; readonly entry: unknown }[]
}

/** The lists in a part, also those inside what it consists of. Lists of a few names are typed where they stand. */
export function listsIn({ shape }: FieldShape, at: string, value: unknown, inside = false): ListPlace[] {
  if (shape.kind === 'param') return []
  if (shape.kind === 'list') {
    if (inside && isLines(shape)) return []
    const list: readonly unknown[] = Array.isArray(value) ? value : []
    const keys = keysOf(list)
    return [{ at, entries: list.map((entry, index) => ({ key: keys[index] ?? '', entry })) }]
  }
  if (value === undefined || value === null) return []
  if (shape.kind === 'table')
    return shape.of.kind === 'number'
      ? []
      : [{ at, entries: Object.entries(value).map(([key, entry]) => ({ key, entry })) }]
  const object = shape.kind === 'one_of' ? variantOf(shape, value) : shape.kind === 'object' ? shape : null
  return [...(object?.fields ?? [])].flatMap(([key, field]) =>
    listsIn(field, `${at}.${key}`, Reflect.get(value as object, key), true),
  )
}

export const Lists = ({
  t,
  draftId,
  definition,
  lists,
}: {
  t: T
  draftId: string
  definition: ProgrammeDefinition
  lists: readonly ListPlace[]
}) => (
  <>
    {lists.map(({ at, entries }) => (
      <section key={at}>
        <Heading>{fieldLabel(t, schemaPath(definition, at))}</Heading>
        {entries.length === 0 && <Text quiet>{t('builder.list-empty')}</Text>}
        <ul class="naast-plain-list naast-entries">
          {entries.map(({ key, entry }, index) => {
            const source = sourcedOf(entry)
            return (
              <li key={key}>
                <Link href={paths.programmeDraft.part(draftId, `${at}.${key}`)}>
                  {entryLabel(t, entry, index)}
                </Link>{' '}
                {source &&
                  (source.prov === 'to_confirm' ? (
                    <Tag tone="attention">{sayProvenance(t, definition, source)}</Tag>
                  ) : (
                    <span class="naast-quiet">{sayProvenance(t, definition, source)}</span>
                  ))}
              </li>
            )
          })}
        </ul>
        <Text>
          <Link href={paths.programmeDraft.part(draftId, `${at}.+`)}>
            {t('builder.add-to', { list: fieldLabel(t, schemaPath(definition, at)) })}
          </Link>
        </Text>
      </section>
    ))}
  </>
)
