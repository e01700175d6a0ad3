import { shadeOf as shadeOfCount, shades } from '#domain/region/region-map.ts'
import { countWords } from '#pages/figures/figure-words.ts'
import { Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { MapOfCounts } from '#usecases/region/map-of-counts.ts'

type Shade = number | 'hidden'
const shadeOf = (count: number | null): Shade => (count === null ? 'hidden' : shadeOfCount(count))

/** Where they live, darker where there are more; the table beside it says the same in numbers. */
export const RegionMap = ({ t, map, title }: { t: T; map: MapOfCounts; title: string }) => {
  const used = [...new Set(map.regions.map(({ count }) => shadeOf(count)))].sort()
  return (
    <figure class="naast-map">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={t('figures.map-of', { title })}>
        {map.regions.map(({ code, name, count, path }) => (
          <path key={code} class={`naast-map__${shadeOf(count)}`} fill-rule="evenodd" d={path}>
            <title>{`${name}: ${countWords(t, count)}`}</title>
          </path>
        ))}
      </svg>
      <figcaption>
        <ul class="naast-map__legend">
          {used.map((shade) => (
            <li key={shade}>
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <rect class={`naast-map__${shade}`} width="20" height="20" />
              </svg>
              {shadeWords(t, shade)}
            </li>
          ))}
        </ul>
        {map.notDrawn.length > 0 && (
          <Text quiet>{t('figures.map-not-drawn', { codes: map.notDrawn.join(', ') })}</Text>
        )}
        <Text quiet>{t('figures.map-source', { year: map.year, source: map.source })}</Text>
      </figcaption>
    </figure>
  )
}

/** `5–9`; the darkest has no end. */
function shadeWords(t: T, shade: Shade): string {
  if (shade === 'hidden') return t('release.hidden')
  const [from, next] = [shades[shade - 1], shades[shade]]
  if (from === undefined) return t('figures.map-nobody')
  return next === undefined ? t('figures.map-from', { from }) : `${from}–${next - 1}`
}
