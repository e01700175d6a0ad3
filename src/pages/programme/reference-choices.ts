import { shelfName } from '#domain/instrument/on-shelf.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { FormState, Option } from '#pages/look/form.tsx'
import { entryLabel } from '#pages/programme/say-definition.ts'
import { shelf } from '#programmes/shelf/shelf.ts'

/** What refers to another part of this definition is chosen from what there is. */
export function choicesFor({
  state: { t },
  definition,
  path,
}: {
  state: FormState
  definition: ProgrammeDefinition
  path: string
}): Option[] | null {
  const options = (entries: readonly { id: string }[]) =>
    entries.map((entry, at) => ({ value: entry.id, label: entryLabel(t, entry, at) }))
  if (path === 'measures.instruments') return options(definition.instruments)
  if (path === 'measures.shelf')
    return shelf.map((one) => ({
      value: shelfName(one),
      label: `${one.title[t.language]}: ${one.about[t.language]}`,
    }))
  if (path === 'circle.askAt')
    return definition.measures.map(({ moment, label }) => ({ value: moment, label: label[t.language] }))
  if (path === 'plan.review' || path === 'adversityGrid.review') return options(definition.reviews)
  if (path === 'phases.after' || path === 'materials.select.phase' || path === 'materials.fromPhase')
    return options(definition.phases)
  if (path === 'adversityGrid.domains.fact')
    return definition.facts
      .filter(({ type }) => type.kind === 'number')
      .map((fact) => ({ value: fact.name, label: fact.question[t.language] }))
  return null
}
