import { type Codebook, findCode } from '@attune/codebooks'
import { codeSigns } from '../../codings/code-signs.ts'
import '../../codings/transcript/transcript.css'

const known = new WeakMap<Codebook, ReadonlyMap<string, string>>()

/** The letters of each code, as in the margin of the text. */
export function signsOf(codebook: Codebook): ReadonlyMap<string, string> {
  const signs = known.get(codebook) ?? codeSigns(codebook.codes)
  known.set(codebook, signs)
  return signs
}

export const codeLabelIn = (codebook: Codebook, code: string): string => findCode(codebook, code)?.label ?? code

/** A code by its letters, its colour and its name. */
export function CodeLabel(props: { code: string; codebook: Codebook }) {
  return (
    <>
      <span class="code-sign" data-code-colour={findCode(props.codebook, props.code)?.colour} aria-hidden="true">
        {signsOf(props.codebook).get(props.code) ?? '?'}
      </span>{' '}
      {codeLabelIn(props.codebook, props.code)}
    </>
  )
}
