import { drawRings, labelBox } from '#domain/circle/ring-labels.ts'
import { picture } from '#domain/circle/ring-layout.ts'
import { type Ring, rings, type SupporterKind, type Told } from '#domain/circle/supporter.ts'
import type { T } from '#pages/words/words.ts'

/** As much of somebody as a picture shows. */
export type Shown = Pick<Told, 'kind' | 'name' | 'role' | 'ring'>

/** What they are called: as she calls them, else by what they are to her. */
export const calledAs = (t: T, { kind, name, role }: Pick<Shown, 'kind' | 'name' | 'role'>): string =>
  name ?? (role ? t(`circle.role.${role}`) : t(`circle.kind.${kind}`))
/** What they are to her, beside a name. */
export const whatToHer = (t: T, { kind, role }: Pick<Shown, 'kind' | 'role'>): string =>
  role ? t(`circle.role.${role}`) : t(`circle.kind.${kind}`)

interface Props {
  readonly t: T
  /** Tells this picture from another on the page. */
  readonly id: string
  readonly title: string
  /** Who stands in the middle: she, or on her own paper I. */
  readonly middle: string
  /** Each with the number by which the table knows them. */
  readonly people: readonly (Shown & { readonly number: number })[]
}

const half = picture.size / 2

/** She in the middle and three rings around her; everybody a shape by kind, with a number and what she calls them. */
export const CirclePicture = ({ t, id, title, middle, people }: Props) => {
  const called = people.map((one) => ({ ...one, label: calledAs(t, one) }))
  const { edges, nodes, labels } = drawRings(called)
  return (
    <figure class="naast-circle">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${picture.size} ${picture.size}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{rings.map((ring) => inRing(t, called, ring)).join('; ')}</desc>
        {edges.toReversed().map((edge) => (
          <circle key={edge} class="naast-circle__ring" cx={half} cy={half} r={edge} />
        ))}
        <circle class="naast-circle__she" cx={half} cy={half} r={picture.centre} />
        <text class="naast-circle__middle" x={half} y={half + 5} text-anchor="middle">
          {middle}
        </text>
        {nodes.map((node, at) => {
          const one = called[at]
          const label = labels?.[at]
          return (
            one && (
              <g key={one.number}>
                <Shape kind={one.kind} x={node.x} y={node.y} />
                <text class="naast-circle__number" x={node.x} y={node.y + 4.5} text-anchor="middle">
                  {one.number}
                </text>
                {label !== undefined && (
                  <text
                    class="naast-circle__label"
                    x={node.x}
                    y={labelBox(node, label).bottom - 3}
                    text-anchor="middle"
                  >
                    {label}
                  </text>
                )}
              </g>
            )
          )
        })}
      </svg>
    </figure>
  )
}

function inRing(t: T, people: readonly (Shown & { label: string; number: number })[], ring: Ring): string {
  const own = people.filter((one) => one.ring === ring)
  return t('circle.in-ring', {
    ring: t(`circle.ring.${ring}`),
    people: own.map(({ number, label }) => `${number} ${label}`).join(', ') || t('circle.nobody-in-ring'),
  })
}

type Point = readonly [number, number]
const r = picture.node
/** Corners of each kind's shape around its middle; none is round. All lie within one node. */
const corners: Record<SupporterKind, readonly Point[] | null> = {
  family: null,
  partner: null,
  ex_partner: null,
  friend: [
    [-9, -9],
    [9, -9],
    [9, 9],
    [-9, 9],
  ],
  // A house.
  neighbour: [
    [0, -r],
    [11, -4],
    [9, 9],
    [-9, 9],
    [-11, -4],
  ],
  professional: [
    [-r, 0],
    [-6.5, -11],
    [6.5, -11],
    [r, 0],
    [6.5, 11],
    [-6.5, 11],
  ],
  other: [
    [0, -r],
    [r, 0],
    [0, r],
    [-r, 0],
  ],
}

/** One shape for each kind: what it is never hangs on its colour. */
const Shape = ({ kind, x, y }: { kind: SupporterKind; x: number; y: number }) => {
  const points = corners[kind]
  const name = `naast-circle__node naast-circle__node--${kind}`
  if (points)
    return <polygon class={name} points={points.map(([dx, dy]) => `${x + dx},${y + dy}`).join(' ')} />
  const double = kind !== 'family'
  return (
    <>
      <circle class={name} cx={x} cy={y} r={double ? r : r - 1} />
      {double && <circle class={`${name} naast-circle__inner`} cx={x} cy={y} r={r - 3.5} />}
    </>
  )
}

/** What each shape says, of the kinds that are there. */
export const CircleKey = ({ t, kinds }: { t: T; kinds: readonly SupporterKind[] }) => (
  <ul class="naast-circle__key" aria-label={t('circle.key')}>
    {[...new Set(kinds)].map((kind) => (
      <li key={kind}>
        <svg viewBox="-15 -15 30 30" aria-hidden="true">
          <Shape kind={kind} x={0} y={0} />
        </svg>{' '}
        {t(`circle.kind.${kind}`)}
      </li>
    ))}
  </ul>
)
