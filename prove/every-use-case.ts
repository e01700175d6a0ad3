import type { UseCase } from '#usecases/use-case.ts'

const modules = import.meta.glob<Record<string, unknown>>(
  ['../src/usecases/**/*.ts', '!../src/usecases/**/*.test.ts'],
  { eager: true },
)
const isUseCase = (value: unknown): value is UseCase =>
  typeof value === 'function' && 'useCase' in value && typeof value.useCase === 'object'

/** Every use case of the house, by its name. */
export const everyUseCase: ReadonlyMap<string, UseCase> = new Map(
  Object.values(modules)
    .flatMap((module) => Object.values(module).filter(isUseCase))
    .map((call) => [call.useCase.name, call] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
)
