/** Words by key, in groups. */
export interface TextTree {
  readonly [key: string]: string | TextTree
}
