import { codings, extensions, type FhirNode } from '#domain/fhir/node.ts'
import { extensionUrls, systems } from '#domain/fhir/systems.ts'
import { measureModes } from '#domain/measure/answers.ts'

type Mode = (typeof measureModes)[number]

/** The ways as HL7 names them; what has one name there is told apart by our own code beside it. */
const participationModes = {
  together: 'FACE',
  interpreter: 'FACE',
  by_phone: 'PHONE',
  alone: 'WRITTEN',
  on_paper: 'HANDWRIT',
  own_device: 'ONLINEWRIT',
} as const satisfies Record<Mode, string>
const ownSystem = 'urn:naast:measure-mode'

/** How a questionnaire was answered, as an extension of its `QuestionnaireResponse`. */
export const completionModeOf = (mode: Mode) => ({
  url: extensionUrls.completionMode,
  valueCodeableConcept: {
    coding: [
      { system: systems.participationMode, code: participationModes[mode] },
      { system: ownSystem, code: mode },
    ],
  },
})

/** Our own word for it, or what HL7's says without doubt; `null` otherwise. */
export function completionModeIn(response: FhirNode): Mode | null {
  const [first, ...more] = extensions(response, extensionUrls.completionMode)
  if (!first || more.length > 0) return null
  const codes = codings(first, 'valueCodeableConcept')
  const said = codes.flatMap(({ system, code }) => {
    if (system === ownSystem) return [measureModes.filter((mode) => mode === code)]
    if (system === systems.participationMode)
      return [measureModes.filter((mode) => participationModes[mode] === code)]
    return []
  })
  const possible = measureModes.filter((mode) => said.every((modes) => modes.includes(mode)))
  return possible.length === 1 ? (possible[0] ?? null) : null
}
