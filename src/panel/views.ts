export const VIEWS: readonly { name: string; sql: string }[] = []
