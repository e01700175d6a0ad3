/** Days before something of a worker's ends on which it is said, each time more pressing. Our own proposal. */
export const remindDays = { value: [60, 30, 7], prov: 'proposal' } as const
