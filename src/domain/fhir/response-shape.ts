import type { completionModeOf } from '#domain/fhir/completion-mode.ts'
import type { masked } from '#domain/fhir/masked.ts'

type Masked = ReturnType<typeof masked<'Patient'>>

/** One question with its answer or why there is none, or a score. */
export interface ResponseItem {
  readonly linkId: string
  readonly extension?: readonly {
    readonly url: string
    readonly valueCode?: string
    readonly valueBoolean?: boolean
  }[]
  readonly answer?: readonly {
    readonly valueCoding?: { readonly system: string; readonly code: string }
    readonly valueDecimal?: number
  }[]
}
/** A FHIR R4 `QuestionnaireResponse`, as Naast writes it. */
export interface FhirResponse {
  readonly resourceType: 'QuestionnaireResponse'
  readonly meta?: { readonly security: readonly { readonly system: string; readonly code: string }[] }
  readonly extension: readonly ReturnType<typeof completionModeOf>[]
  readonly questionnaire: string
  readonly status: 'completed' | 'stopped'
  readonly subject: Masked
  readonly authored: string
  readonly source: Masked
  readonly item: readonly (ResponseItem & { readonly item?: readonly ResponseItem[] })[]
}
