export type KindDescription = { id: string }
