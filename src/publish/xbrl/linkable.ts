/** In a link, what stands behind a # is a place within a file: files that are linked to have none in their names. */
export function linkable(name: string): string {
  return name.replaceAll('#', '＃')
}
