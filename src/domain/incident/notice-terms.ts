import { type Day, isBefore } from '#domain/day.ts'
import type { IncidentKind, IncidentParty, IncidentWeight } from '#domain/incident/incident.ts'
import type { Provenance } from '#domain/programme/provenance.ts'

/** Who is told of what and within how many days, as policy with days on which it holds. */
export interface NoticeTerm {
  readonly party: IncidentParty
  readonly weight: IncidentWeight | null
  readonly kind: IncidentKind | null
  /** Days after it is written down; `null` where no source says a term. */
  readonly days: number | null
  readonly from: Day
  /** The last day on which it held. */
  readonly until: Day | null
  readonly source: string
  readonly prov: Provenance
}

const since = (text: string) => Temporal.PlainDate.from(text)

/**
 * What the sources say and no more. A calamity is told to the Wmo supervisor without delay (Wmo 2015 art. 3.4, domain.md
 * 3.10 [S112]): by those whom the duty binds, so who it doesn't bind says so. A breach of personal data is told to the
 * data authority within 72 hours (AVG art. 33, domain.md 3.2). What a municipality asks beside that stands in its
 * contract: on the list without a term, to be confirmed by each organisation.
 */
export const noticeTerms: readonly NoticeTerm[] = [
  {
    party: 'supervisor',
    weight: 'calamity',
    kind: null,
    days: 0,
    from: since('2015-01-01'),
    until: null,
    source: 'Wmo 2015 art. 3.4; S112',
    prov: 'opened_source',
  },
  {
    party: 'data_authority',
    weight: null,
    kind: 'data_breach',
    days: 3,
    from: since('2018-05-25'),
    until: null,
    source: 'AVG art. 33',
    prov: 'opened_source',
  },
  {
    party: 'municipality',
    weight: null,
    kind: null,
    days: null,
    from: since('2015-01-01'),
    until: null,
    source: 'domain.md 3.10',
    prov: 'to_confirm',
  },
  {
    party: 'board',
    weight: 'calamity',
    kind: null,
    days: 0,
    from: since('2015-01-01'),
    until: null,
    source: 'domain.md 4.6',
    prov: 'proposal',
  },
]

export interface Notice {
  readonly party: IncidentParty
  readonly dueOn: Day | null
}

/** Who is to be told of this, and by when. A breach comes on the list on the day it was found: then its hours begin. */
export const noticesFor = (
  { weight, kind }: { readonly weight: IncidentWeight; readonly kind: IncidentKind },
  recordedOn: Day,
  terms: readonly NoticeTerm[] = noticeTerms,
): Notice[] =>
  terms
    .filter(({ from, until }) => !isBefore(recordedOn, from) && !(until && isBefore(until, recordedOn)))
    .filter((term) => (term.weight ?? weight) === weight && (term.kind ?? kind) === kind)
    .map(({ party, days }) => ({ party, dueOn: days === null ? null : recordedOn.add({ days }) }))
