import type { CareKind } from '#domain/match/care-spans.ts'
import type { StripContact } from '#pages/trajectory/strip-layout.ts'

/** What a mark says by its shape alone; colour only repeats it. */
export type Sign = 'planned' | 'agreed' | 'done' | 'cancelled' | 'by-partner' | 'no-show' | 'skipped'
export const contactSigns: readonly Sign[] = [
  'planned',
  'agreed',
  'done',
  'cancelled',
  'by-partner',
  'no-show',
  'skipped',
]

export const signOf = (contact: StripContact): Sign => signs[contact.state](contact)
const signs: Record<StripContact['state'], (contact: StripContact) => Sign> = {
  planned: ({ plannedOn }) => (plannedOn ? 'agreed' : 'planned'),
  done: () => 'done',
  cancelled: ({ cancelledBy }) => (cancelledBy === 'partner' ? 'by-partner' : 'cancelled'),
  no_show: () => 'no-show',
  skipped: () => 'skipped',
}

interface At {
  readonly x: number
  readonly y: number
}

/**
 * A contact: planned a ring, with a dot once a day is agreed; done a disc; called off a crossed ring, by her partner
 * with an exclamation mark; nobody in a barred ring; left out a dash.
 */
export const ContactSign = ({ sign, x, y }: At & { sign: Sign }) => {
  const cross = `M${x - 4} ${y - 4}l8 8M${x + 4} ${y - 4}l-8 8`
  if (sign === 'skipped') return <path class="naast-strip__line" d={`M${x - 4} ${y}h8`} />
  return (
    <>
      <circle class={sign === 'done' ? 'naast-strip__disc' : 'naast-strip__ring'} cx={x} cy={y} r={6} />
      {sign === 'agreed' && <circle class="naast-strip__disc" cx={x} cy={y} r={2.2} />}
      {(sign === 'cancelled' || sign === 'by-partner') && <path class="naast-strip__line" d={cross} />}
      {sign === 'by-partner' && (
        <text class="naast-strip__alarm" x={x + 7} y={y - 4}>
          !
        </text>
      )}
      {sign === 'no-show' && <path class="naast-strip__line" d={`M${x - 6} ${y}h12`} />}
    </>
  )
}

/** A measure: a diamond, filled once taken, with a dash through it if it was not taken. */
export const MeasureSign = ({ state, x, y }: At & { state: 'due' | 'taken' | 'declined' }) => (
  <>
    <path
      class={state === 'taken' ? 'naast-strip__disc' : 'naast-strip__ring'}
      d={`M${x} ${y - 6}l6 6l-6 6l-6 -6z`}
    />
    {state === 'declined' && <path class="naast-strip__line" d={`M${x - 6} ${y}h12`} />}
  </>
)

/**
 * Days that were otherwise, by their shape: a rest two bars, as on a button for it; winding down a wedge that runs out; a
 * gap in which nobody stood beside her an open bracket.
 */
export const CareSign = ({ kind, x, y, width }: At & { kind: CareKind; width: number }) => {
  const end = x + width
  if (kind === 'tapering')
    return <path class="naast-strip__taper" d={`M${x} ${y - 3}L${end} ${y}L${x} ${y + 3}z`} />
  if (kind === 'paused')
    return <path class="naast-strip__rest" d={`M${x} ${y - 1.5}H${end}M${x} ${y + 1.5}H${end}`} />
  return <path class="naast-strip__gap" d={`M${x} ${y + 3}V${y - 2}H${end}V${y + 3}`} />
}
