/** Where in a bundle the fields of a submission come from, so that an error points at what the sender wrote. */
const places: readonly [field: RegExp, place: string][] = [
  [/^submission\.mother\.name/, 'Patient.name'],
  [/^submission\.mother\.(phone|email)/, 'Patient.telecom'],
  [/^submission\.mother\.birthDay/, 'Patient.birthDate'],
  [/^submission\.mother\.address/, 'Patient.address'],
  [/^submission\.mother\.(languages|interpreter)/, 'Patient.communication'],
  [/^submission\.mother/, 'Patient'],
  [/^submission\.child/, 'Observation.value'],
  [/^submission\.referrer\.organisation/, 'Organization.name'],
  [/^submission\.referrer\.(phone|email)/, 'PractitionerRole.telecom'],
  [/^submission\.referrer/, 'Practitioner'],
  [/^submission\.words/, 'Bundle'],
  [/^submission\.programmeId/, 'programme'],
]

/** Field problems of the use case, as problems of the bundle. Two fields of one element are one problem. */
export const problemsByPlace = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([field, code]) => [places.find(([pattern]) => pattern.test(field))?.[1] ?? 'Bundle', code])
      .toReversed(),
  )
