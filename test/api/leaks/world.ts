import { changeCase, readCase } from '@attune/contract'
import { sha256 } from '../../../api/src/base/ports.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import type { Lab } from '../support/lab.ts'
import { addMember, addPerson, openSessionOf, type Someone } from '../support/people.ts'
import { buildStudy, type SmallStudy } from '../support/small-study.ts'
import { type ActorName, type Cage, openCage } from './canaries.ts'
import type { Coding } from './coding-states.ts'
import { addCases, addLooseEnds, addMedia, codeFiveCases, makeMaster, type Place } from './place.ts'
import { addTraining } from './training-place.ts'

export type World = {
  readonly lab: Lab
  readonly cage: Cage
  readonly actors: Readonly<Record<ActorName, Browser>>
  /** The study that most actors belong to, and one where only `stranger` is anything: its pi. */
  readonly here: Place
  readonly there: Place
}

const supervisors = ['trainer', 'pi'] as const
type Insider = 'pi' | 'trainer' | 'coder' | 'rival' | 'trainee' | 'bystander' | 'disabled'

type Base = {
  readonly world: World
  readonly study: SmallStudy
  readonly cases: string[]
  readonly insiders: Record<Insider, Someone>
  readonly other: { readonly study: SmallStudy; readonly coder: Someone }
}

/** Everything that is the same whatever is hidden: people, cases, and the work of the coder and the trainee. */
export async function buildBase(lab: Lab): Promise<Base> {
  const cage = openCage()
  // Supervisors see everybody in their study; everybody sees themselves; the owner of the lab sees all accounts.
  const wanted = (who: ActorName, ...others: ActorName[]) => {
    const hide = (what: string) => cage.hide(`${what} of ${who}`, who, 'owner', ...others)
    return { login: hide('login'), name: hide('name') }
  }
  // Whoever reads the history of a study may know who created it.
  const owner = await addPerson(lab, { ...wanted('owner', ...supervisors, 'stranger'), isOwner: true })
  const members = ['trainee', 'bystander', 'coder', 'rival', 'trainer', 'pi'] as const
  const study = await buildStudy(lab, cage.hide('name of the study', 'owner', ...members), {
    owner,
    pi: wanted('pi', ...supervisors),
    description: cage.hide('description of the study', ...members),
    title: cage.hide('title of the codebook', ...supervisors, 'trainee', 'coder', 'rival'),
  })
  cage.watch('id of the study', study.id, ...members)
  const add = async (
    role: 'trainer' | 'coder' | 'trainee' | 'pi',
    who: Insider,
    words = wanted(who, ...supervisors),
  ) => {
    const someone = await addMember(lab, study.id, role, words)
    cage.watch(`id of ${who}`, someone.id, who, 'owner', ...supervisors)
    return someone
  }
  // A certificate and a comment name who signed and who wrote it.
  const signs = (hide: Cage['hide']) => ({
    login: hide('login of trainer', 'owner', ...supervisors),
    name: hide('name of trainer', 'owner', ...supervisors, 'trainee'),
  })
  const insiders = {
    pi: study.pi,
    trainer: await add('trainer', 'trainer', signs(cage.hide)),
    coder: await add('coder', 'coder'),
    rival: await add('coder', 'rival'),
    trainee: await add('trainee', 'trainee'),
    bystander: await add('trainee', 'bystander'),
    disabled: await add('pi', 'disabled'),
  }
  const coders = ['trainee', 'coder', 'rival'] as const
  const { cases, recordCase } = await addCases(cage, study, 'C', { supervisors, coders })
  const media = await addMedia(cage, study, cases[0] ?? '', ...supervisors, ...coders)
  const hand = { lab, cage, study, cases }
  const work = async (name: 'coder' | 'trainee', score: number) =>
    codeFiveCases(hand, { name, someone: insiders[name], mayKnow: [name, ...supervisors], score })
  const codings = [...(await work('trainee', 3)), ...(await work('coder', 5))]
  const ends = await addLooseEnds(cage, study, ...supervisors)
  const here: Place = {
    study: study.id,
    case: cases[0] ?? '',
    recordCase,
    media,
    version: study.codebook,
    person: insiders.coder.id,
    ...ends,
    codings,
  }
  const { there, stranger, other } = await buildOther(lab, cage, owner)
  const world = { lab, cage, here, there, actors: await actorsOf(lab, { ...insiders, owner, stranger }) }
  return { world, study, cases, insiders, other }
}

/** A study of other people, with a canary wherever the first has one. */
async function buildOther(
  lab: Lab,
  cage: Cage,
  owner: Someone,
): Promise<{ there: Place; stranger: Someone; other: Base['other'] }> {
  const hide = (what: string, ...others: ActorName[]) => cage.hide(`${what} of the other study`, 'stranger', ...others)
  const pi = { login: hide('login of the pi', 'owner'), name: hide('name of the pi', 'owner') }
  const words = { owner, pi, description: hide('description'), title: hide('title of the codebook') }
  const study = await buildStudy(lab, hide('name', 'owner'), words)
  const known = { supervisors: ['stranger'], coders: [] } as const
  const { cases, recordCase } = await addCases(cage, study, 'T', known)
  const coder = await study.add('coder', hide('login of the coder', 'owner'))
  const media = await addMedia(cage, study, cases[0] ?? '', 'stranger')
  const hand = { lab, cage, study, cases }
  const codings = await codeFiveCases(hand, { name: 'disabled', someone: coder, mayKnow: ['stranger'], score: 2 })
  const ends = await addLooseEnds(cage, study, 'stranger')
  const person = coder.id
  const there = {
    study: study.id,
    case: cases[0] ?? '',
    recordCase,
    media,
    version: study.codebook,
    person,
    ...ends,
    codings,
  }
  return { there, stranger: study.pi, other: { study, coder } }
}

async function actorsOf(
  lab: Lab,
  people: Readonly<Record<Insider | 'owner' | 'stranger', Someone>>,
): Promise<World['actors']> {
  const expired = await openSessionOf(lab, people.pi.id)
  const { write } = lab.ground
  const token_hash = sha256(expired.cookie().slice('attune='.length))
  const expires_at = '2020-01-01T00:00:00.000Z'
  await write((trx) => trx.updateTable('session').set({ expires_at }).where('token_hash', '=', token_hash).execute())
  await write((trx) =>
    trx
      .updateTable('person')
      .set({ disabled_at: lab.ports.now().toISOString() })
      .where('id', '=', people.disabled.id)
      .execute(),
  )
  const { pi, trainer, coder, rival, trainee, bystander, disabled, owner, stranger } = people
  const browsers = { pi, trainer, coder, rival, trainee, bystander, disabled, owner, stranger }
  const entries = Object.entries(browsers).map(([name, someone]) => [name, someone.browser] as const)
  return { anonymous: openBrowser(lab), expired, ...Object.fromEntries(entries) } as World['actors']
}

/** What only supervisors may know: case information, the rival's codes, master codings. */
export async function addHidden(
  { world, study, cases, insiders }: Awaited<ReturnType<typeof buildBase>>,
  secrets: { readonly informed: boolean; readonly rival: boolean; readonly masters: boolean },
): Promise<World> {
  const { lab, cage } = world
  const hand = { lab, cage, study, cases }
  const codings: Coding[] = [...world.here.codings]
  if (secrets.informed) {
    for (const [index, id] of cases.entries()) await inform(cage, study, id, `C-${index + 1}`)
  }
  if (secrets.rival) {
    const mayKnow = ['rival', ...supervisors] as const
    codings.push(...(await codeFiveCases(hand, { name: 'rival', someone: insiders.rival, mayKnow, score: 1 })))
  }
  if (secrets.masters) {
    const { trainer } = insiders
    const masters = await codeFiveCases(hand, { name: 'trainer', someone: trainer, mayKnow: supervisors, score: 7 })
    codings.push(...masters)
    for (const { id, state } of masters.filter((one) => ['submitted', 'reopened'].includes(one.state))) {
      await makeMaster(hand, id, state, ...supervisors)
    }
    // The coder's own coding became a master, which the coder must not know either.
    const marked = codings.find((one) => one.coder === 'coder' && one.state === 'marked')
    await makeMaster(hand, marked?.id ?? '', 'made of a coding of the coder', ...supervisors)
  }
  return { ...world, here: { ...world.here, codings } }
}

async function inform(cage: Cage, study: SmallStudy, id: string, name: string): Promise<void> {
  const params = { study: study.id, case: id }
  const there = await study.pi.browser.call(readCase, { params })
  const hide = (what: string) => cage.hide(`${what} of ${name}`, ...supervisors)
  const hidden = { wave: hide('wave'), population: hide('population'), information: hide('information') }
  const { targets, contentNote } = there
  await study.pi.browser.call(changeCase, {
    params,
    body: { case: there.case, targets, contentNote, ...hidden, base: there.version },
  })
}

/** A whole world with everything hidden in it. */
export async function buildWorld(lab: Lab): Promise<World> {
  const base = await buildBase(lab)
  const world = await addHidden(base, { informed: true, rival: true, masters: true })
  const { study, insiders, other } = base
  const { trainer, trainee, coder } = insiders
  const ours = { trainer, trainee, traineeName: 'trainee', watched: coder, supervisors } as const
  const here = await addTraining({ lab, cage: world.cage, study }, ours)
  const theirs = {
    trainer: other.study.pi,
    trainee: other.coder,
    traineeName: 'stranger',
    watched: other.coder,
  } as const
  const there = await addTraining(
    { lab, cage: world.cage, study: other.study },
    { ...theirs, supervisors: ['stranger'] },
  )
  return {
    ...world,
    here: { ...world.here, training: here.training, codings: [...world.here.codings, ...here.codings] },
    // Nobody in the cage is their trainee.
    there: { ...world.there, training: there.training },
  }
}
