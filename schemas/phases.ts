/** Which state of a budget a figure prints. */
export const PHASES = [
  'budget',
  'executed',
  'previous_year_budget',
  'previous_year_executed',
  'previous_year',
  'unstated',
] as const

export type Phase = (typeof PHASES)[number]
