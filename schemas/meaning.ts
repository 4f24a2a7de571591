/** A column's meaning: the atoms of its header path in order, e.g. `general_budget.basic`; `amount` where the header only says so. */
export type Meaning = string
