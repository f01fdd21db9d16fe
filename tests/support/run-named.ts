import type { Decision } from '#kernel'
import type { Actor, AnyUseCase, Runner, RunOptions, SystemActor, UseCase } from '#platform'

/** Runs any use case of a registry: its input is parsed by its own schema, as it would be for a request. */
export const runAny = (
  runner: Runner,
  useCase: AnyUseCase,
  actor: Actor | SystemActor,
  input: unknown,
  options?: RunOptions,
): Promise<Decision<unknown>> => runner.run(useCase as unknown as UseCase, actor, input, options)

/** The answer of a use case that must succeed. */
export const runNamed = async (
  runner: Runner,
  useCases: readonly AnyUseCase[],
  actor: Actor,
  name: string,
  input: unknown,
): Promise<unknown> => {
  const useCase = useCases.find(each => each.name === name)
  if (useCase === undefined) throw new Error(`There is no use case ${name}`)
  const answer = await runAny(runner, useCase, actor, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer.value
}
