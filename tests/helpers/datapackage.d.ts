/** What we use of npm's `datapackage`, which has no types of its own. */
declare module 'datapackage' {
  interface Resource {
    name: string
    read(options: { relations: boolean }): Promise<unknown[]>
  }
  export const Package: {
    load(
      descriptor: object,
      options: { basePath?: string; strict: boolean },
    ): Promise<{ errors: Error[]; resources: Resource[] }>
  }
}
