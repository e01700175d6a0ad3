import { z } from 'zod'
import { areasInput } from '#domain/area/typed-areas.ts'
import { emailInput, optionalText, phoneInput } from '#domain/person/person.ts'

/** What kind of organisation stands around a mother (domain.md 2.2, 7.9). */
export const networkKinds = [
  'midwife_practice',
  'gp_practice',
  'hospital',
  'maternity_care',
  'jgz',
  'neighbourhood_team',
  'vraagwijzer',
  'social_work',
  'mental_health',
  'womens_shelter',
  'veilig_thuis_agency',
  'vluchtelingenwerk',
  'volunteer_point',
  'library',
  'school',
  'municipality',
  'other',
] as const
export type NetworkKind = (typeof networkKinds)[number]

/** An organisation that we send women to, or that sends them to us. */
export const networkOrganisationInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(networkKinds),
  /** Where it works; nowhere named is everywhere. */
  areas: areasInput.default([]),
  contact: z.strictObject({
    phone: phoneInput.nullish().transform((phone) => phone ?? null),
    email: emailInput.nullish().transform((email) => email ?? null),
    /** How to get through: whom to ask for, when they answer. Never where a shelter is. */
    remark: optionalText(500),
  }),
})
export type NetworkOrganisationInput = z.output<typeof networkOrganisationInput>
export type NetworkContact = NetworkOrganisationInput['contact']
