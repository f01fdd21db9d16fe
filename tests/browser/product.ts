import { inject } from 'vitest'
import { openDemo, type Demo } from './demo-site.ts'

export { axePath, type Visit } from './demo-site.ts'
export type Product = Demo

/** The product with its demo data on a port of its own, and a real browser, on the database server of this run; further languages from a folder. */
export const openProduct = (languagesDir?: string): Promise<Product> => openDemo(inject('testDatabaseServer'), languagesDir)
