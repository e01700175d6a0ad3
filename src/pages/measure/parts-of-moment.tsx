import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import type { T } from '#pages/words/words.ts'

interface Part {
  readonly id: string
  readonly what: string
}

/**
 * What one moment asks, in the order in which it stands on the page. What nobody else may hear is one part without the
 * names of what it asks: the list stands where others may look along.
 */
export const partsOf = (t: T, own: boolean, shelf: readonly ShelfInstrument[]): readonly Part[] => [
  ...(own ? [{ id: 'own', what: t('measure.part-own') }] : []),
  ...shelf.filter(({ alone }) => !alone).map(({ id, about }) => ({ id, what: about[t.language] })),
  ...(shelf.some(({ alone }) => alone) ? [{ id: 'alone', what: t('measure.part-alone') }] : []),
]

/** All parts, to know how long it is and to go to one at once. Of a single part there is nothing to choose. */
export const Parts = ({ t, parts }: { t: T; parts: readonly Part[] }) =>
  parts.length < 2 ? null : (
    <nav class="naast-parts" aria-label={t('measure.parts')}>
      <ol>
        {parts.map(({ id, what }) => (
          <li key={id}>
            <a class="utrecht-link" href={`#part-${id}`}>
              {what}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )

/** Where she is: which part of how many. */
export const PartHeading = ({ t, parts, id }: { t: T; parts: readonly Part[]; id: string }) => {
  const at = parts.findIndex((part) => part.id === id)
  const part = parts[at]
  if (!part || (parts.length < 2 && id === 'own')) return null
  return (
    <h2 class="utrecht-heading-2 naast-part" id={`part-${id}`}>
      {parts.length < 2
        ? part.what
        : t('measure.part', { number: at + 1, of: parts.length, what: part.what })}
    </h2>
  )
}
