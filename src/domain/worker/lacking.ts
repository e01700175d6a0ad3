import type { Words } from '#domain/programme/provenance.ts'
import { type GateStatus, gateMends } from '#domain/worker/gates.ts'

/** Who can mend it, to stand behind what is missing. */
const mends = {
  worker: { nl: 'dat regelt zij zelf', en: 'she arranges that herself' },
  coordinator: { nl: 'dat regelt de coördinator', en: 'the coordinator arranges that' },
  manager: { nl: 'daarover beslist de programmaleider', en: 'the programme manager decides on that' },
} as const satisfies Record<(typeof gateMends)[keyof typeof gateMends], Words>

/** What is missing and who can mend it, in one breath. */
export const lackingWords = (gates: readonly Pick<GateStatus, 'kind' | 'label'>[]): Words => {
  const said = (language: 'nl' | 'en') =>
    gates.map(({ kind, label }) => `${label[language]} (${mends[gateMends[kind]][language]})`).join(', ')
  return { nl: said('nl'), en: said('en') }
}
