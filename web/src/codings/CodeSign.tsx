import { findCode } from '@attune/codebooks'
import { useDesk } from './desk-context.ts'

/** The letter of a code on its colour. The name stands beside it, so it is not read out. */
export function CodeSign(props: { code: string }) {
  const { desk } = useDesk()
  return (
    <span class="code-sign" data-code-colour={findCode(desk.codebook, props.code)?.colour} aria-hidden="true">
      {desk.signs.get(props.code) ?? '?'}
    </span>
  )
}
