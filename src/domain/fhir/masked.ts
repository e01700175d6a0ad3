/** It is there, and not said: who receives this knows already, and nobody else should. */
export const maskedElement = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' as const },
  ],
}
/** Somebody of whom is not said who it is. */
export const masked = <const Type extends string>(type: Type) => ({ ...maskedElement, type })
