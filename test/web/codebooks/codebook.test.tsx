import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Codebook, codebookSchema } from '@attune/codebooks'
import { render, screen } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { CodebookAbout } from '../../../web/src/codebooks/CodebookAbout.tsx'
import { CodebookCodes } from '../../../web/src/codebooks/CodebookCodes.tsx'
import { VariableLine } from '../../../web/src/codebooks/VariableLine.tsx'
import { expectAccessible } from '../codings/render.tsx'

const shipped = (name: string): Codebook =>
  codebookSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/codebooks', name), 'utf8')))

describe('a codebook', () => {
  it('says what a rating must rest on before a coding can be submitted', () => {
    const codebook = shipped('iwm.json')
    const [scale] = codebook.variables
    const pattern = codebook.variables.find((one) => one.kind === 'classification' && one.rationale === 'required')
    if (!scale || !pattern) throw new Error('no such variables')
    const { container } = render(() => (
      <ul>
        <VariableLine codebook={codebook} variable={{ ...scale, evidence: { atLeast: 2 } }} />
        <VariableLine codebook={codebook} variable={pattern} />
      </ul>
    ))
    const [first, second] = [...container.querySelectorAll('li.variable')]
    expect(first).toHaveTextContent('Rests on at least 2 annotations, for or against.')
    expect(first).not.toHaveTextContent('Needs a written rationale.')
    expect(second).toHaveTextContent('Needs a written rationale.')
    expect(second).not.toHaveTextContent('Rests on')
  })

  it('names modifiers, states that exclude each other, samplings and what a selection grows to', async () => {
    const codebook: Codebook = { ...shipped('ssp-1.1.0.json'), snapping: 'sentence' }
    const { container } = render(() => (
      <main>
        <CodebookCodes codebook={codebook} />
        <CodebookAbout codebook={codebook} />
      </main>
    ))
    const exclusive = codebook.codes.find((code) => code.exclusive)
    expect(screen.getAllByText(`excludes other states of “${exclusive?.exclusive}”`).length).toBeGreaterThan(0)
    const [modifier] = codebook.codes.flatMap((code) => code.modifiers ?? [])
    const values = modifier?.values.map(({ label }) => label).join(', ')
    expect(screen.getAllByText(new RegExp(`^${modifier?.label}: ${values}`)).length).toBeGreaterThan(0)
    expect(screen.getByText('whole sentences')).toBeInTheDocument()
    expect(screen.getByText('Sampling by intervals')).toBeInTheDocument()
    expect(container.querySelectorAll('dd')).toHaveLength(4 + (codebook.sampling?.length ?? 0))
    await expectAccessible(container)
  })
})
