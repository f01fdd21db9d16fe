import { allow } from '#platform'

export const maySeeVisitors = allow({
  to: 'see by first name who comes at the own offers',
  who: ['partner'],
  reads: ['name', 'own_placements'],
  wide: { partner: ['own_placements'] },
})
