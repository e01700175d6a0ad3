import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'

/** A programme by its name, with which variant it is: what tells two apart that stand beside each other. */
export const fullLabel = ({
  label,
  variantLabel,
}: Pick<ProgrammeDefinition, 'label' | 'variantLabel'>): Words =>
  variantLabel ? { nl: `${label.nl}, ${variantLabel.nl}`, en: `${label.en}, ${variantLabel.en}` } : label
