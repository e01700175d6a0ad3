/** As much of JSON Schema (2020-12) as the description of the API uses. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly description?: string
  readonly maxLength?: number
  readonly minItems?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly additionalProperties?: unknown
}
export type ApiContent = Readonly<Record<string, { readonly schema?: JsonSchema }>>

export interface ApiParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly description?: string
  readonly schema: JsonSchema
}
export interface ApiOperation {
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly operationId?: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly ApiParameter[]
  readonly requestBody?: {
    readonly required: boolean
    readonly description?: string
    readonly content: ApiContent
  }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: ApiContent }>
  >
}
/** A code of ours with its words. */
export interface ApiCode {
  readonly code: string
  readonly title: string
}

/** The API described for machines (OpenAPI 3.1), and for the page that shows it to people. */
export interface ApiDescription {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, object>>
    readonly schemas: Readonly<Record<string, JsonSchema>>
  }
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  /** What is sent to other systems; the same form, the other way round. */
  readonly webhooks: Readonly<Record<string, { readonly post: ApiOperation }>>
  /** Kinds of problems, what may be wrong with a field, and what is said of a bundle: each code with its words. */
  readonly 'x-problems': readonly ApiCode[]
  readonly 'x-field-errors': readonly ApiCode[]
  readonly 'x-notes': readonly ApiCode[]
}
