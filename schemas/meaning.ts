export type Meaning = string
