/** Whose work programmes are; the use cases decide, this says whose pages they are. */
export const draftMakers = ['programme_manager', 'administrator'] as const
