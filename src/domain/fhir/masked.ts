/** Somebody of whom is not said who it is: who receives this knows already, and nobody else should. */
export const masked = <const Type extends string>(type: Type) => ({
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' as const },
  ],
  type,
})
